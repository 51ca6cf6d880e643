import Foundation

/// A bar on a terminal's standard error; silent anywhere else.
public struct ProgressBar {
    private let title: String
    private let total: Int
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private static let width = 30

    /// Creates a bar; nothing is drawn yet.
    public init(title: String, total: Int) {
        self.title = title
        self.total = total
    }

    /// Draws the bar at a step, `done` of all rows.
    public func show(_ step: String, done: Int) {
        guard isTerminal else { return }
        let filled = total == 0 ? Self.width : Self.width * min(done, total) / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        write("\r\u{1B}[K\(title) \(bar) \(done)/\(total) \(step)")
    }

    /// Ends the line.
    public func finish() {
        if isTerminal { write("\n") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
