import ArgumentParser
import Foundation
import PluginTools

/// Where a table goes, and in which form: `--format`, `--out`.
struct PrintOption: ParsableArguments {
    /// The form of a table.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, html
    }

    @Option(help: "csv, or html to be printed.")
    var format: Format = .csv

    @Option(help: "The file to write (default: standard output).")
    var out: String?

    func write(_ table: PrintedTable) throws {
        try Self.write(format == .csv ? table.csv : table.html, to: out)
    }

    static func write(_ text: String, to file: String?) throws {
        guard let file else {
            print(text, terminator: "")
            return
        }
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: file)) } catch {
            throw CommandFailure("\(file) cannot be written: \(error.localizedDescription)")
        }
    }
}
