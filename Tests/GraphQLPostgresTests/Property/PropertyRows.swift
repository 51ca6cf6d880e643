/// A row by column name.
typealias PropertyRow = [String: Cell]

/// The rows of the property tests' tables: random, repeated by their seed, the same in the database and in memory.
struct PropertyRows: Sendable {
    /// By the table's qualified name.
    var tables: [String: [PropertyRow]] = [:]
    private var views: [String: [PropertyRow]] = [:]
    /// The columns that have NULLs, by table.
    private(set) var nullable: [String: Set<String>] = [:]

    private static let words = ["土地", "执行", "检举", "申诉", "北京", "a", "ab", "B", "50%", "x_y", "O'N", "\\", "土地纠纷"]
    private static let tags = ["急", "urgent", "old", "", "a,b", "\"q\""]

    init(seed: UInt64) {
        var random = Randomness(seed: seed)
        tables["prop.court"] = (0..<10).map { index in
            [
                "code": .text(Self.court(index)), "name": .text(random.pick(Self.words)),
                "level": Self.nullable(&random) { .text($0.pick(["HIGH", "INTERMEDIATE", "BASIC"])) },
                "rank": Self.nullable(&random) { .integer($0.below(4) - 1) },
                "parent_code": index == 0 ? .null : Self.nullable(&random) { .text(Self.court($0.below(index))) },
            ]
        }
        tables["prop.person"] = (1...30).map { id in
            [
                "id": .integer(id), "name": .text(random.pick(Self.words)),
                "nickname": Self.nullable(&random) { .text($0.pick(Self.words)) },
                "active": Self.nullable(&random) { .boolean($0.chance(50)) },
                "born_on": Self.nullable(&random) { .date(Self.date(&$0)) },
                "height": Self.nullable(&random) { .float(Double($0.below(7)) / 2 - 1) },
                "tags": Self.nullable(&random) { random in .texts(random.pick(Self.tags, count: random.below(4))) },
                "court_code": Self.nullable(&random) { .text(Self.court($0.below(10))) },
                "mentor_id": Self.nullable(&random) { .integer($0.below(32)) },
            ]
        }
        tables["prop.dossier"] = (1...60).map { id in
            [
                "id": .integer(id), "title": .text(random.pick(Self.words) + random.pick(Self.words)),
                "stage": Self.nullable(&random) { .text($0.pick(["OPEN", "HELD", "CLOSED"])) },
                "opened_on": Self.nullable(&random) { .date(Self.date(&$0)) },
                "amount": Self.nullable(&random) { .hundredths(($0.below(9) - 2) * 1225) },
                "score": Self.nullable(&random) { .float(Double($0.below(5)) * 0.1) },
                "updated_at": Self.nullable(&random) { .instant(Self.instant(&$0)) },
                "labels": .texts(random.pick(Self.tags, count: random.below(4))),
                "sealed": .boolean(random.chance(10)), "court_code": .text(Self.court(random.below(9))),
                "owner_id": Self.nullable(&random) { .integer($0.below(20) + 1) },
                "origin_id": Self.nullable(&random) { .integer($0.below(66)) },
                "cover_number": Self.nullable(&random) { .integer($0.below(3)) },
            ]
        }
        tables["prop.page"] = (1...60).flatMap { dossier in
            (0..<random.below(5)).map { number in
                [
                    "dossier_id": .integer(dossier), "number": .integer(number),
                    "title": Self.nullable(&random) { .text($0.pick(Self.words)) },
                ]
            }
        }
        tables["prop.entry"] = (0..<240).map { _ in Self.entry(&random) }
        tables["prop.remark"] = (1...50).map { id in
            let hasAbout = random.chance(80)
            return [
                "id": .integer(id), "text": .text(random.pick(Self.words)),
                "about_type": hasAbout ? .text(random.pick(["Person", "Dossier"])) : .null,
                "about_id": hasAbout ? .integer(random.below(40)) : .null,
            ]
        }
        nullable = tables.mapValues { rows in Set(rows.flatMap { row in row.keys.filter { row[$0] == .null } }) }
        views["prop.item"] = items
        // A view's columns are never declared NOT NULL.
        nullable["prop.item"] = Set(items.first?.keys.map(\.self) ?? [])
    }

    /// The rows of the view prop.item.
    private var items: [PropertyRow] {
        func items(_ type: String, _ table: String, _ label: String, _ date: String) -> [PropertyRow] {
            (tables[table] ?? []).map { row in
                [
                    "typename": .text(type), "id": row["id"] ?? .null, "label": row[label] ?? .null,
                    "dated": row[date] ?? .null, "court_code": row["court_code"] ?? .null,
                    "sealed": row["sealed"] ?? .boolean(false),
                ]
            }
        }
        return items("Person", "prop.person", "name", "born_on")
            + items("Dossier", "prop.dossier", "title", "opened_on")
    }

    /// The rows of a table or view.
    func all(of name: String) -> [PropertyRow] { tables[name] ?? views[name] ?? [] }

    /// A row of prop.entry.
    static func entry(_ random: inout Randomness) -> PropertyRow {
        [
            "id": .text(uuid(&random)), "seq": .integer(random.below(12)),
            "kind": nullable(&random) { .text($0.pick(["NOTE", "ORDER", "CALL"])) },
            "note": nullable(&random) { .text($0.pick(words)) },
            "happened_at": nullable(&random) { .instant(instant(&$0)) },
            "weight": nullable(&random) { .float(Double($0.below(4)) - 0.5) },
            // A third of the dossiers have no entries.
            "dossier_id": .integer(random.below(40) + 1),
            "page_number": nullable(&random) { .integer($0.below(3)) },
            "author_id": nullable(&random) { .integer($0.below(25) + 1) },
        ]
    }

    /// Statements that bring the rows into the database.
    var script: String {
        tables.sorted { $0.key < $1.key }.map { Self.insertion(of: $1, into: $0) }.joined(separator: "\n")
    }

    static func insertion(of rows: [PropertyRow], into table: String) -> String {
        let columns = (rows.first ?? [:]).keys.sorted()
        let values = rows.map { row in "(\(columns.map { (row[$0] ?? .null).sql }.joined(separator: ", ")))" }
        return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES\n\(values.joined(separator: ",\n"));"
    }

    /// A value of a column that is not NULL, so that its kind is known.
    func example(of column: String, in table: String) -> Cell {
        all(of: table).lazy.compactMap { $0[column] }.first { $0 != .null } ?? .null
    }

    private static func nullable(_ random: inout Randomness, _ value: (inout Randomness) -> Cell) -> Cell {
        random.chance(25) ? .null : value(&random)
    }

    static func court(_ index: Int) -> String { "晋0\(index)" }

    static func date(_ random: inout Randomness) -> String { "2018-0\(random.below(3) + 1)-0\(random.below(4) + 1)" }

    static func instant(_ random: inout Randomness) -> String {
        "\(date(&random))T0\(random.below(3)):00:00.\(random.pick(["000000", "000000", "250000", "000001"]))"
    }

    private static func uuid(_ random: inout Randomness) -> String {
        func hex(_ count: Int) -> String { (0..<count).map { _ in String(random.below(16), radix: 16) }.joined() }
        return [8, 4, 4, 4, 12].map(hex).joined(separator: "-")
    }
}
