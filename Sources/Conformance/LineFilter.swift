/// Reads lines from one descriptor and writes the answers to another, in order.
package struct LineFilter {
    private static let readSize = 1 << 16
    private var filter = ConformanceFilter()
    /// What was read and not answered yet: at most the beginning of a line.
    private var pending: [UInt8] = []
    private var answers: [UInt8] = []

    package init() {}

    /// Answers every line until the input ends; `read` gives the next bytes, nil at the end.
    ///
    /// Answers are written whenever the input pauses, so that a caller who waits for each one gets it.
    package mutating func run(
        read: (Int) throws -> [UInt8]?,
        write: ([UInt8]) throws -> Void
    ) async throws {
        while let bytes = try read(Self.readSize) {
            pending.append(contentsOf: bytes)
            try await answerLines()
            try write(answers)
            answers.removeAll(keepingCapacity: true)
        }
        guard !pending.isEmpty else { return }
        await answer(pending[...])
        try write(answers)
    }

    private mutating func answerLines() async throws {
        var start = 0
        while let end = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
            await answer(pending[start..<end])
            start = end + 1
        }
        pending.removeFirst(start)
    }

    /// Blank lines get no answer.
    private mutating func answer(_ line: ArraySlice<UInt8>) async {
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        guard !line.isEmpty else { return }
        answers.append(contentsOf: await filter.answer(Array(line)))
        answers.append(UInt8(ascii: "\n"))
    }
}
