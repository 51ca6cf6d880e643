/// Five related tables with ties and NULLs in every ordered column, and the fragment that declares their reads.
enum PropertySchema {
    /// Text is ordered by its bytes, as the naive evaluator orders it.
    static let script = """
        CREATE SCHEMA prop;
        CREATE TABLE prop.court (
            code text COLLATE "C" PRIMARY KEY, name text COLLATE "C" NOT NULL, level text COLLATE "C", rank smallint,
            parent_code text COLLATE "C"
        );
        CREATE INDEX ON prop.court (parent_code);
        CREATE INDEX ON prop.court (level);
        CREATE TABLE prop.person (
            id bigint PRIMARY KEY, name text COLLATE "C" NOT NULL, nickname text COLLATE "C", active boolean,
            born_on date, height double precision, tags text[], court_code text COLLATE "C", mentor_id bigint
        );
        CREATE INDEX ON prop.person (name);
        CREATE INDEX ON prop.person (nickname);
        CREATE INDEX ON prop.person (active);
        CREATE INDEX ON prop.person (born_on);
        CREATE INDEX ON prop.person (height);
        CREATE INDEX ON prop.person (court_code);
        CREATE INDEX ON prop.person (mentor_id);
        CREATE TABLE prop.dossier (
            id bigint PRIMARY KEY, title text COLLATE "C" NOT NULL, stage text COLLATE "C", opened_on date,
            amount numeric(12, 2), score double precision, updated_at timestamptz, labels text[] NOT NULL,
            sealed boolean NOT NULL, court_code text COLLATE "C" NOT NULL, owner_id bigint, origin_id bigint,
            cover_number integer
        );
        CREATE INDEX ON prop.dossier (stage);
        CREATE INDEX ON prop.dossier (opened_on);
        CREATE INDEX ON prop.dossier (score);
        CREATE INDEX ON prop.dossier (updated_at);
        CREATE INDEX ON prop.dossier (court_code);
        CREATE INDEX ON prop.dossier (owner_id);
        CREATE INDEX ON prop.dossier (origin_id);
        CREATE INDEX ON prop.dossier (id, cover_number);
        CREATE TABLE prop.page (
            dossier_id bigint, number integer, title text COLLATE "C", PRIMARY KEY (dossier_id, number)
        );
        CREATE INDEX ON prop.page (number);
        CREATE TABLE prop.entry (
            id uuid PRIMARY KEY, seq integer NOT NULL, kind text COLLATE "C", note text COLLATE "C",
            happened_at timestamptz, weight double precision, dossier_id bigint NOT NULL, page_number integer,
            author_id bigint
        );
        CREATE INDEX ON prop.entry (seq);
        CREATE INDEX ON prop.entry (note);
        CREATE INDEX ON prop.entry (kind);
        CREATE INDEX ON prop.entry (happened_at);
        CREATE INDEX ON prop.entry (dossier_id, page_number);
        CREATE INDEX ON prop.entry (author_id);
        CREATE INDEX ON prop.entry (weight);
        CREATE TABLE prop.remark (id bigint PRIMARY KEY, text text COLLATE "C" NOT NULL, about_type text, about_id bigint);
        CREATE INDEX ON prop.remark (about_type, about_id);
        CREATE INDEX ON prop.remark (text);
        CREATE VIEW prop.item AS
            SELECT 'Person'::text COLLATE "C" AS typename, id, name AS label, born_on AS dated, court_code, false AS sealed
            FROM prop.person
            UNION ALL SELECT 'Dossier', id, title, opened_on, court_code, sealed FROM prop.dossier;
        CREATE FUNCTION prop.heavy(prop.dossier) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1.amount > 50;
        CREATE FUNCTION prop.title_length(prop.dossier) RETURNS integer LANGUAGE sql IMMUTABLE
            RETURN char_length($1.title);
        CREATE FUNCTION prop.entries_of(kind text, floor double precision) RETURNS SETOF prop.entry
            LANGUAGE sql STABLE AS $$
            SELECT * FROM prop.entry e WHERE e.kind = entries_of.kind AND e.weight >= entries_of.floor
        $$;
        """

    private static let page = "first: Int, after: String, last: Int, before: String"

    static let fragment = #"""
        scalar Date
        scalar DateTime
        scalar Decimal

        enum Level { HIGH INTERMEDIATE BASIC }
        enum Stage { OPEN HELD CLOSED }
        enum EntryKind { NOTE ORDER CALL }
        enum OrderDirection { ASC DESC }

        type Court @table(name: "prop.court", key: ["code"]) {
          code: ID!
          name: String!
          level: Level
          rank: Int
          parent: Court @reference(columns: ["parent_code"])
          courts(level: Level @where, first: Int): [Court!]! @children(columns: ["parent_code"], order: ["rank DESC NULLS LAST"])
          people(filter: PersonFilter, orderBy: [PersonOrder!], first: Int): [Person!]!
            @children(columns: ["court_code"], order: ["name", "born_on DESC"])
          dossiers(filter: DossierFilter, orderBy: [DossierOrder!], \#(page)): DossierConnection!
            @children(columns: ["court_code"], order: ["opened_on DESC"])
        }

        interface Item @table(name: "prop.item") @scope(court: "court_code", sealed: "sealed") {
          id: ID!
          label: String
          dated: Date
          court: Court @reference(columns: ["court_code"])
          remarks(first: Int): [Remark!]! @children(columns: ["about_type", "about_id"], order: ["text DESC"])
        }
        union Hit @table(name: "prop.item") @scope(court: "court_code", sealed: "sealed") = Person | Dossier

        type Remark @table(name: "prop.remark") {
          id: ID!
          text: String!
          about: Item @reference(columns: ["about_type", "about_id"])
          hit: Hit @reference(columns: ["about_type", "about_id"])
        }

        type Person implements Item @table(name: "prop.person") {
          label: String @column(name: "name")
          dated: Date @column(name: "born_on")
          remarks(first: Int): [Remark!]! @children(columns: ["about_id"], typename: "about_type", order: ["text DESC"])
          id: ID!
          name: String!
          nickname: String
          active: Boolean
          bornOn: Date
          height: Float
          tags: [String!]
          court: Court @reference(columns: ["court_code"])
          mentor: Person @reference(columns: ["mentor_id"])
          students(first: Int): [Person!]! @children(columns: ["mentor_id"], order: ["born_on"])
          dossiers(filter: DossierFilter, \#(page)): DossierConnection! @children(columns: ["owner_id"])
          entries(orderBy: [EntryOrder!], \#(page)): EntryConnection!
            @children(columns: ["author_id"], order: ["happened_at DESC NULLS LAST", "kind NULLS FIRST"])
        }

        type Dossier implements Item @table(name: "prop.dossier") @scope(court: "court_code", sealed: "sealed") {
          label: String @column(name: "title")
          dated: Date @column(name: "opened_on")
          remarks(first: Int): [Remark!]! @children(columns: ["about_id"], typename: "about_type", order: ["text DESC"])
          id: ID!
          title: String!
          stage: Stage
          openedOn: Date
          amount: Decimal
          score: Float
          updatedAt: DateTime
          labels: [String!]!
          heavy: Boolean @function(name: "prop.heavy")
          titleLength: Int @function(name: "prop.title_length")
          court: Court! @reference(columns: ["court_code"])
          owner: Person @reference(columns: ["owner_id"])
          origin: Dossier @reference(columns: ["origin_id"])
          cover: Page @reference(columns: ["id", "cover_number"])
          copies: [Dossier!]! @children(columns: ["origin_id"], order: ["score"])
          entries(kind: EntryKind @where, filter: EntryFilter, orderBy: [EntryOrder!], \#(page)): EntryConnection!
            @children(columns: ["dossier_id"], order: ["weight DESC", "kind"])
          latest(first: Int): [Entry!]! @children(columns: ["dossier_id"], order: ["happened_at DESC"])
          pages(first: Int): [Page!]! @children(columns: ["dossier_id"], order: ["title"])
        }

        type Page @table(name: "prop.page", key: ["dossier_id", "number"]) {
          number: Int!
          title: String
          dossier: Dossier @reference(columns: ["dossier_id"])
          entries(\#(page)): EntryConnection! @children(columns: ["dossier_id", "page_number"], order: ["seq DESC"])
        }

        type Entry @table(name: "prop.entry") {
          id: ID!
          seq: Int!
          kind: EntryKind
          note: String
          happenedAt: DateTime
          weight: Float
          dossier: Dossier @reference(columns: ["dossier_id"])
          page: Page @reference(columns: ["dossier_id", "page_number"])
          author: Person @reference(columns: ["author_id"])
        }

        enum Nulls { FIRST LAST }

        input IntTest { eq: Int @where ne: Int @where(op: NE) lt: Int @where(op: LT) gte: Int @where(op: GTE) }
        input FloatTest {
          in: [Float!] @where(op: IN) notIn: [Float!] @where(op: NOT_IN) lte: Float @where(op: LTE)
          gt: Float @where(op: GT) isNull: Boolean @where(op: IS_NULL)
        }
        input CourtFilter {
          and: [CourtFilter!]
          or: [CourtFilter!]
          not: CourtFilter
          code: [ID!] @where(op: IN)
          level: Level @where
          rank: IntTest @where
          parent: CourtFilter
          courts: CourtsFilter
          dossiers: DossiersFilter
        }
        input CourtsFilter { some: CourtFilter none: CourtFilter every: CourtFilter }
        input PersonFilter {
          and: [PersonFilter!]
          or: [PersonFilter!]
          not: PersonFilter
          id: [ID!] @where(op: IN)
          notId: [ID!] @where(column: "id", op: NOT_IN)
          name: String @where(op: PREFIX)
          nickname: String @where
          notNickname: String @where(column: "nickname", op: NE)
          notNicknames: [String!] @where(column: "nickname", op: NOT_IN)
          active: Boolean @where
          bornFrom: Date @where(column: "born_on", op: GTE)
          below: Float @where(column: "height", op: LT)
          tag: String @where(column: "tags", op: CONTAINS)
          courtCode: ID @where
          hasMentor: Boolean @where(column: "mentor_id", op: PRESENT)
          height: FloatTest @where
          court: CourtFilter
          mentor: PersonFilter
          students: PeopleFilter
          dossiers: DossiersFilter
          entries: EntriesFilter
        }
        input PeopleFilter { some: PersonFilter none: PersonFilter every: PersonFilter }
        input DossierFilter {
          and: [DossierFilter!]
          or: [DossierFilter!]
          not: DossierFilter
          title: String @where(op: CONTAINS)
          stage: [Stage!] @where(op: IN)
          notStage: Stage @where(column: "stage", op: NE)
          openedBefore: Date @where(column: "opened_on", op: LT)
          openedOn: Date @where
          noDate: Boolean @where(column: "opened_on", op: IS_NULL)
          scoreOver: Float @where(column: "score", op: GT)
          updatedUntil: DateTime @where(column: "updated_at", op: LTE)
          label: String @where(column: "labels", op: CONTAINS)
          heavy: Boolean @where(function: "prop.heavy")
          ownerId: ID @where
          notOwnerId: ID @where(column: "owner_id", op: NE)
          hasAmount: Boolean @where(column: "amount", op: PRESENT)
          score: FloatTest @where
          court: CourtFilter
          owner: PersonFilter
          origin: DossierFilter
          cover: PageFilter
          copies: DossiersFilter
          entries: EntriesFilter
          pages: PagesFilter
        }
        input DossiersFilter { some: DossierFilter none: DossierFilter every: DossierFilter }
        input PageFilter {
          or: [PageFilter!]
          not: PageFilter
          number: IntTest @where
          title: String @where(op: CONTAINS)
          dossier: DossierFilter
          entries: EntriesFilter
        }
        input PagesFilter { some: PageFilter every: PageFilter }
        input EntryFilter {
          and: [EntryFilter!]
          or: [EntryFilter!]
          not: EntryFilter
          kinds: [EntryKind!] @where(column: "kind", op: IN)
          note: String @where(op: PREFIX)
          from: DateTime @where(column: "happened_at", op: GTE)
          seq: IntTest @where
          authorId: ID @where
          hasPage: Boolean @where(column: "page_number", op: PRESENT)
          weight: FloatTest @where
          dossier: DossierFilter
          page: PageFilter
          author: PersonFilter
        }
        input ItemFilter {
          or: [ItemFilter!]
          not: ItemFilter
          label: String @where(op: CONTAINS)
          kind: String @where(column: "typename")
          noDate: Boolean @where(column: "dated", op: IS_NULL)
          court: CourtFilter
          remarks: RemarksFilter
        }
        input HitFilter { and: [HitFilter!] label: String @where(op: PREFIX) kinds: [String!] @where(column: "typename", op: NOT_IN) }
        input RemarkFilter { not: RemarkFilter text: String @where(op: PREFIX) about: ItemFilter }
        input RemarksFilter { some: RemarkFilter none: RemarkFilter every: RemarkFilter }
        enum ItemOrderField { LABEL DATED ID TYPENAME }
        input ItemOrder { field: ItemOrderField! direction: OrderDirection! = ASC nulls: Nulls }
        input EntriesFilter { some: EntryFilter none: EntryFilter every: EntryFilter }

        enum PersonOrderField { NAME NICKNAME ACTIVE BORN_ON HEIGHT }
        input PersonOrder { field: PersonOrderField! direction: OrderDirection! = ASC nulls: Nulls }
        enum DossierOrderField { TITLE STAGE OPENED_ON AMOUNT SCORE UPDATED_AT ID }
        input DossierOrder { field: DossierOrderField! direction: OrderDirection! = ASC nulls: Nulls }
        enum EntryOrderField { SEQ KIND NOTE HAPPENED_AT WEIGHT }
        input EntryOrder { field: EntryOrderField! direction: OrderDirection! = ASC nulls: Nulls }

        enum EntryGroupField { KIND SEQ NOTE }
        type EntryGroup {
          kind: EntryKind
          seq: Int
          note: String
          size: Int @aggregate(function: COUNT)
          notes: Int @aggregate(function: COUNT_DISTINCT, column: "note")
          heaviest: Float @aggregate(function: MAX, column: "weight")
          weight: Float @aggregate(function: SUM, column: "weight")
          mean: Float @aggregate(function: AVG, column: "weight")
        }
        extend type EntryConnection {
          groups(by: [EntryGroupField!]!): [EntryGroup!]! @groups
          dated: Int @aggregate(function: COUNT, column: "happened_at")
          earliest: DateTime @aggregate(function: MIN, column: "happened_at")
        }
        enum DossierGroupField { STAGE OPENED_ON HEAVY }
        type DossierGroup {
          stage: Stage
          openedOn: Date
          heavy: Boolean @function(name: "prop.heavy")
          size: Int @aggregate(function: COUNT)
          latest: DateTime @aggregate(function: MAX, column: "updated_at")
        }
        extend type DossierConnection {
          groups(by: [DossierGroupField!]!): [DossierGroup!]! @groups
          largest: Decimal @aggregate(function: MAX, column: "amount")
        }

        extend type Query {
          court(code: ID!): Court @lookup
          person(id: ID!): Person @lookup
          personByName(name: String!): Person @lookup
          dossier(id: ID!): Dossier @lookup
          page(dossier: ID!, number: Int!): Page @lookup(columns: ["dossier_id", "number"])
          entry(id: ID!): Entry @lookup
          courts(level: Level @where, first: Int): [Court!]! @rows(order: ["rank NULLS FIRST", "name DESC"])
          people(filter: PersonFilter, orderBy: [PersonOrder!], \#(page)): PersonConnection! @rows(order: ["height NULLS FIRST"])
          dossiers(filter: DossierFilter, orderBy: [DossierOrder!], \#(page)): DossierConnection!
            @rows(order: ["stage", "opened_on DESC"])
          entries(filter: EntryFilter, orderBy: [EntryOrder!], \#(page)): EntryConnection!
            @rows(order: ["kind DESC", "weight"])
          pages(number: Int @where, \#(page)): PageConnection! @rows(order: ["title DESC"])
          items(filter: ItemFilter, orderBy: [ItemOrder!], \#(page)): ItemConnection! @rows(order: ["dated DESC"])
          hits(filter: HitFilter, first: Int): [Hit!]! @rows(order: ["label"])
          pagedHits(\#(page)): HitConnection! @rows
          remarks(filter: RemarkFilter, \#(page)): RemarkConnection! @rows(order: ["text"])
          mine(\#(page)): DossierConnection! @rows(order: ["amount"], mine: "owner_id")
          entriesOf(kind: EntryKind, floor: Float, first: Int): [Entry!]!
            @rows(function: "prop.entries_of", order: ["seq"])
          pagedEntriesOf(kind: EntryKind!, floor: Float!, \#(page)): EntryConnection!
            @rows(function: "prop.entries_of", order: ["note DESC"])
        }
        """#
}
