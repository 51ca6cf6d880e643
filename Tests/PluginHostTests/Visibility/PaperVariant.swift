import CourtCore
import FieldEncryption
import PluginKit

@testable import PluginHost

/// One way to declare who sees a row, over a table of its own; all tables have the same columns.
struct PaperVariant: Sendable, CustomStringConvertible {
    let number: Int
    let rows: VisibleRows

    static let all: [PaperVariant] = [
        VisibleRows(courts: ["court_code"]),
        VisibleRows(courts: ["court_code", "at_court_code"]),
        VisibleRows(courts: ["court_code", "at_court_code"], sealed: "sealed"),
        VisibleRows(courts: ["court_code"], people: ["assignee_id"]),
        VisibleRows(courts: ["court_code"], people: ["assignee_id", "helper_ids"]),
        VisibleRows(courts: ["court_code"], departments: ["department_id"]),
        VisibleRows(courts: ["court_code"], departments: ["department_ids"], people: ["helper_ids"]),
        VisibleRows(courts: ["court_code"], sealed: "sealed", recused: "accused"),
        VisibleRows(
            courts: ["court_code", "at_court_code"],
            departments: ["department_id", "department_ids"],
            sealed: "sealed",
            people: ["assignee_id", "helper_ids"],
            recused: "accused"
        ),
    ].enumerated().map { PaperVariant(number: $0, rows: $1) }

    var description: String { directive }

    private var directive: String {
        var arguments = ["courts: \(rows.courts)"]
        if !rows.departments.isEmpty { arguments.append("departments: \(rows.departments)") }
        if let sealed = rows.sealed { arguments.append("sealed: \"\(sealed)\"") }
        if !rows.people.isEmpty { arguments.append("people: \(rows.people)") }
        if let recused = rows.recused { arguments.append("recused: \"\(recused)\"") }
        return "@visible(\(arguments.joined(separator: ", ")))"
    }

    var fragment: String {
        """
        type Paper\(number) @table(name: "papers.paper\(number)") \(directive) {
          id: ID!
          notes: [Note\(number)!]! @children(columns: ["paper_id"])
        }
        type Note\(number) @table(name: "papers.note\(number)") @visible(with: "papers.paper\(number)", columns: ["paper_id"]) {
          id: ID!
        }
        extend type Query {
          paper\(number): [Paper\(number)!]! @rows(maxRows: 1000)
          note\(number): [Note\(number)!]! @rows(maxRows: 1000)
        }
        """
    }

    var tables: String {
        """
        CREATE TABLE papers.paper\(number) (
            id bigint PRIMARY KEY, court_code text NOT NULL, at_court_code text, department_id bigint, department_ids bigint[],
            sealed boolean NOT NULL, assignee_id bigint, helper_ids bigint[], accused bigint[]
        );
        CREATE TABLE papers.note\(number) (id bigint PRIMARY KEY, paper_id bigint NOT NULL REFERENCES papers.paper\(number));
        CREATE INDEX ON papers.note\(number) (paper_id);
        GRANT SELECT ON papers.paper\(number), papers.note\(number) TO docket_reader;

        """
    }

    static func plugins(_ keys: KeyRing, fragments: [String] = all.map(\.fragment)) -> [Plugin] {
        [
            CourtCore.plugin(keys: keys),
            Plugin(
                name: "papers",
                fragments: [SchemaFragment(file: "Papers.graphql", text: fragments.joined(separator: "\n"))],
                migrations: [
                    Migration(
                        file: "0001_papers.sql",
                        sql: "CREATE SCHEMA papers; GRANT USAGE ON SCHEMA papers TO docket_reader;\n"
                            + all.map(\.tables).joined()
                    )
                ]
            ),
        ]
    }
}

/// A row of every table.
struct Paper: Sendable {
    let id: Int64
    let court: String
    let atCourt: String?
    let department: Int64?
    let departments: [Int64]?
    let isSealed: Bool
    let assignee: Int64?
    let helpers: [Int64]?
    let accused: [Int64]?

    /// What a row's `visibility` would be, as the build tool makes it of the declaration.
    func visibility(_ rows: VisibleRows) -> RowVisibility {
        RowVisibility(
            courts: rows.courts.compactMap { $0 == "court_code" ? court : atCourt },
            departments: rows.departments.flatMap { name -> [Int64] in
                name == "department_id" ? [department].compactMap(\.self) : departments ?? []
            },
            isSealed: rows.sealed != nil && isSealed,
            people: rows.people.flatMap { name -> [Int64] in
                name == "assignee_id" ? [assignee].compactMap(\.self) : helpers ?? []
            },
            hasPeople: !rows.people.isEmpty || !rows.departments.isEmpty,
            recused: rows.recused == nil ? [] : accused ?? []
        )
    }

    var values: String {
        func list(_ items: [Int64]?) -> String {
            items.map { "'{\($0.map(String.init).joined(separator: ","))}'" } ?? "NULL"
        }
        func one(_ item: Int64?) -> String { item.map(String.init) ?? "NULL" }
        return "(\(id), '\(court)', \(atCourt.map { "'\($0)'" } ?? "NULL"), \(one(department)), \(list(departments)), "
            + "\(isSealed), \(one(assignee)), \(list(helpers)), \(list(accused)))"
    }
}
