import Glibc

/// One subject of `scripts/bench-engine.sh`.
///
/// `EngineBenchmark generate FOLDER` writes the inputs that are made; `EngineBenchmark WORKLOAD FOLDER` does one piece of
/// work as its standard input says, a command a line:
///
/// - `verify FILE` writes what the work comes to into the file, for the comparison with the peers.
/// - `measure SECONDS` works for so much CPU time, and answers `measured ITERATIONS NANOSECONDS BYTES`.
/// - `allocations COUNT` does so many iterations, and answers `allocated CALLS BYTES`.
@main
enum EngineBenchmark {
    static func main() async {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            guard arguments.count == 2 else { throw BenchmarkFailure("EngineBenchmark generate|WORKLOAD FOLDER") }
            let folder = Folder(path: arguments[1])
            if arguments[0] == "generate" { return try GeneratedInputs.write(to: folder) }
            guard let name = WorkloadName(rawValue: arguments[0]) else {
                throw BenchmarkFailure("There is no workload \"\(arguments[0])\".")
            }
            try await serve(try name.workload(folder))
        } catch {
            let message = Array("\(error)\n".utf8)
            _ = Glibc.write(STDERR_FILENO, message, message.count)
            exit(1)
        }
    }

    /// Concurrent, so that asynchronous work stays on the thread it started on.
    @concurrent
    private static func serve(_ workload: any Workload) async throws {
        var measurement = Measurement(workload)
        while let line = readLine() {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else { throw BenchmarkFailure("No command: \(line)") }
            let argument = String(words[1])
            switch words[0] {
            case "verify":
                try Folder.write(try await workload.outcome(), to: argument)
                print("verified")
            case "measure":
                print(try await measurement.measured(for: Double(argument) ?? 1))
            case "allocations":
                print(try await measurement.allocated(by: Int(argument) ?? 1))
            default: throw BenchmarkFailure("No command: \(line)")
            }
            fflush(nil)
        }
    }
}

struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
