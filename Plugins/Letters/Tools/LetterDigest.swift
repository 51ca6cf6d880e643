import ArgumentParser
import CourtFormats
import GraphQLLanguage
import PluginKit
import PluginTools

/// Letters overdue and soon due, by whoever is to act: numbers and dates, nobody who wrote.
struct LetterDigest {
    private struct Key: Hashable, Comparable {
        let court: String
        let division: String
        let person: String

        static func < (one: Key, other: Key) -> Bool {
            (one.court, one.division, one.person) < (other.court, other.division, other.person)
        }
    }

    static let fields = "letterNo dueOn overdue state courtCode assignee { name department { name } }"
    private var overdue: [Key: [String]] = [:]
    private var soon: [Key: [String]] = [:]

    mutating func add(_ letter: JSONValue) {
        let key = Key(
            court: letter["courtCode"]?.text ?? "",
            division: letter["assignee"]?["department"]?["name"]?.text ?? "（未指定）",
            person: letter["assignee"]?["name"]?.text ?? "（未指定）"
        )
        let line = "\(letter["letterNo"]?.text ?? "")（\(letter["dueOn"]?.text ?? "")）"
        if letter["overdue"] == .boolean(true) {
            overdue[key, default: []].append(line)
        } else {
            soon[key, default: []].append(line)
        }
    }

    /// One line for each person, with sums of the divisions and courts.
    var table: PrintedTable {
        var table = PrintedTable(
            title: "来信催办清单",
            columns: ["法院", "部门", "承办人", "逾期件数", "即将到期件数", "逾期来信", "即将到期来信"]
        )
        let keys = Set(overdue.keys).union(soon.keys).sorted()
        for key in keys {
            let late = overdue[key] ?? []
            let near = soon[key] ?? []
            table.append([
                key.court, key.division, key.person, String(late.count), String(near.count),
                late.joined(separator: "；"), near.joined(separator: "；"),
            ])
        }
        for court in Set(keys.map(\.court)).sorted() {
            let own = keys.filter { $0.court == court }
            for division in Set(own.map(\.division)).sorted() {
                table.append(sum(court, division, own.filter { $0.division == division }))
            }
            table.append(sum(court, "合计", own))
        }
        return table
    }

    private func sum(_ court: String, _ division: String, _ keys: [Key]) -> [String] {
        let late = keys.reduce(0) { $0 + (overdue[$1]?.count ?? 0) }
        let near = keys.reduce(0) { $0 + (soon[$1]?.count ?? 0) }
        return [court, division, "小计", String(late), String(near), "", ""]
    }
}

extension LettersCommand {
    struct Digest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print letters overdue or soon due (催办清单) by person, division and court; no personal data."
        )

        @OptionGroup var server: ServerOption
        @OptionGroup var printed: PrintOption

        @Option(help: "Due within so many days counts as soon.")
        var days = 3

        func run() async throws {
            let client = try server.client
            let answer = try await client.send("{ viewer { today } }")
            guard answer.errors.isEmpty else { throw APIFailure(errors: answer.errors) }
            guard let today = CalendarDate(iso: answer.data["viewer"]?["today"]?.text ?? "") else {
                throw CommandFailure("The server says no business date.")
            }
            var digest = LetterDigest()
            let open: [JSONValue] = [
                "REGISTERED", "CLASSIFIED", "OBJECTED", "ASSIGNED", "HANDLING", "IN_REVIEW", "APPROVED",
            ]
            try await LetterPages(client: client, fields: LetterDigest.fields).each(
                ["state": .array(open), "dueBefore": .string(today.adding(days: days + 1).iso)]
            ) { digest.add($0) }
            await client.close()
            try printed.write(digest.table)
        }
    }
}
