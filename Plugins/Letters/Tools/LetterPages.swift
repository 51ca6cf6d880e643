import GraphQLLanguage
import PluginTools

/// Letters as a command reads them: page by page, as its token may see them.
struct LetterPages {
    let client: APIClient
    /// Fields of each letter.
    let fields: String

    private static let pageSize = 50

    /// Hands every letter that a filter names to a closure, in the order of receipt.
    func each(_ filter: JSONValue, _ body: (JSONValue) throws -> Void) async throws {
        var cursor = JSONValue.null
        while true {
            let answer = try await client.send(
                """
                query($filter: LetterFilter, $after: String) {
                    letters(filter: $filter, first: \(Self.pageSize), after: $after) {
                        nodes { \(fields) } pageInfo { hasNextPage endCursor }
                    }
                }
                """,
                variables: [.init("filter", filter), .init("after", cursor)]
            )
            guard answer.errors.isEmpty else { throw APIFailure(errors: answer.errors) }
            let page = answer.data["letters"]
            for node in page?["nodes"]?.items ?? [] { try body(node) }
            guard page?["pageInfo"]?["hasNextPage"] == .boolean(true), let next = page?["pageInfo"]?["endCursor"] else {
                return
            }
            cursor = next
        }
    }
}

/// A table that is printed: CSV for a spreadsheet, or a page of HTML for paper.
struct PrintedTable {
    let title: String
    let columns: [String]
    private(set) var rows: [[String]] = []

    init(title: String, columns: [String]) {
        self.title = title
        self.columns = columns
    }

    mutating func append(_ row: [String]) { rows.append(row) }

    /// With a byte-order mark, by which spreadsheets know UTF-8; no cell is read as a formula.
    var csv: String {
        "\u{FEFF}" + ([columns] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    var html: String {
        func line(_ cells: [String], _ tag: String) -> String {
            "<tr>" + cells.map { "<\(tag)>\($0.escapedForHTML)</\(tag)>" }.joined() + "</tr>"
        }
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>\(title.escapedForHTML)</title>
            <style>
            @page { size: A4 landscape; margin: 1.5cm }
            table { border-collapse: collapse; width: 100%; font: 9pt "SimSun", "宋体", serif }
            th, td { border: 1px solid #000; padding: 2pt 3pt; text-align: left }
            thead { display: table-header-group }
            </style>
            </head>
            <body>
            <h1>\(title.escapedForHTML)</h1>
            <table>
            <thead>\(line(columns, "th"))</thead>
            <tbody>
            \(rows.map { line($0, "td") }.joined(separator: "\n"))
            </tbody>
            </table>
            </body>
            </html>

            """
    }

    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
        guard text.contains(where: { ",\"\n\r".contains($0) || $0 == "\r\n" }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
