import LettersPlugin

/// The demonstration's files, and variants of them with one fault each.
enum DemoFiles {
    static let batch = LettersDemo.text("transfer-batch.csv")

    /// Item and the item it repeats.
    static var duplicates: [(item: Int, root: Int)] {
        LettersDemo.text("transfer-batch-duplicates.csv").split(whereSeparator: \.isNewline).dropFirst().compactMap {
            line in
            let numbers = line.split(separator: ",").compactMap { Int($0.filter(\.isNumber)) }
            return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
        }
    }

    static var lines: [String] { batch.split(whereSeparator: \.isNewline).map(String.init) }

    /// The batch with one line changed; line 1 is the header.
    static func batch(changingLine number: Int, _ change: ([String]) -> [String]) -> String {
        var lines = lines
        lines[number - 1] = change(
            lines[number - 1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        )
        .joined(separator: ",")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The batch, or a variant of it, with one value changed.
    static func batch(_ csv: String = batch, changingLine number: Int, column: String, to value: String) -> String {
        var lines = csv.split(whereSeparator: \.isNewline).map(String.init)
        var fields = lines[number - 1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if let position = position(of: column) { fields[position] = value }
        lines[number - 1] = fields.joined(separator: ",")
        return lines.joined(separator: "\n") + "\n"
    }

    /// A value of the batch.
    static func value(_ column: String, line number: Int) -> String {
        let fields = lines[number - 1].split(separator: ",", omittingEmptySubsequences: false)
        return position(of: column).map { String(fields[$0]) } ?? ""
    }

    /// A batch of any size: the demonstration's rows again and again, numbered on.
    static func batch(rows count: Int) -> String {
        let rows = lines.dropFirst().map { $0.drop { $0 != "," } }
        return ([lines[0]] + (0..<count).map { "\($0 + 1)\(rows[$0 % rows.count])" }).joined(separator: "\n") + "\n"
    }

    private static func position(of column: String) -> Int? {
        lines[0].split(separator: ",").firstIndex { $0 == column }
    }
}
