package import CourtCore

/// Where materials are kept, and who looks at them first.
package struct MaterialOptions: Sendable {
    /// The folder of new materials; nil for the database.
    package var folder: MaterialFolder?
    /// What looks for malware in an upload; nil for nothing.
    package var scanner: MaterialScanner?

    package init(folder: MaterialFolder? = nil, scanner: MaterialScanner? = nil) {
        self.folder = folder
        self.scanner = scanner
    }

    /// Makes the folder, and sees that the scanner is there.
    package func prepare() throws {
        try folder?.prepare()
        if let scanner, !scanner.isRunnable { throw MissingScanner(command: scanner.command) }
    }
}

/// The scanner that was named cannot be run.
package struct MissingScanner: Error, CustomStringConvertible {
    let command: String

    package var description: String {
        "The scan command \(command) cannot be run: name a program by its whole path, which the server may execute."
    }
}
