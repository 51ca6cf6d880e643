import DemoData

/// The demonstration's files, and variants of them with one fault each.
enum DemoFiles {
    static let batch = DemoCourt.text("transfer-batch.csv")

    /// Item and the item it repeats.
    static var duplicates: [(item: Int, root: Int)] {
        DemoCourt.text("transfer-batch-duplicates.csv").split(separator: "\n").dropFirst().compactMap { line in
            let numbers = line.split(separator: ",").compactMap { Int($0.filter(\.isNumber)) }
            return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
        }
    }

    static var lines: [String] { batch.split(separator: "\n").map(String.init) }

    /// The batch with one line changed; line 1 is the header.
    static func batch(changingLine number: Int, _ change: ([String]) -> [String]) -> String {
        var lines = lines
        lines[number - 1] = change(lines[number - 1].split(separator: ",", omittingEmptySubsequences: false).map(String.init))
            .joined(separator: ",")
        return lines.joined(separator: "\n") + "\n"
    }
}
