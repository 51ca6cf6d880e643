import ArgumentParser
import Conformance
import Foundation

/// `docket conformance`: the engine as a filter, so that anyone can run a foreign corpus against it.
struct ConformanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conformance",
        abstract: "Answer JSON lines from standard input: parse, validate, print, compare, execute.",
        discussion:
            "One JSON object a line in, one out, in order, with the same id. docs/conformance.md lists the operations."
    )

    func run() async throws {
        let output = FileHandle.standardOutput
        var filter = LineFilter()
        try await filter.run { count in
            Self.available(upTo: count)
        } write: { bytes in
            try output.write(contentsOf: Data(bytes))
        }
    }

    /// What standard input has by now, waiting for the first byte; nil at its end.
    private static func available(upTo count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            // The buffer has room for `count` bytes, and read(2) tells how many it has written.
            repeat { filled = read(STDIN_FILENO, buffer.baseAddress, count) } while filled < 0 && errno == EINTR
            filled = max(0, filled)
        }
        return bytes.isEmpty ? nil : bytes
    }
}
