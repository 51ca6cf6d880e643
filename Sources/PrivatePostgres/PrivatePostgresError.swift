/// Why a private PostgreSQL could not be started, in one sentence for the person who asked for it.
package struct PrivatePostgresError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure; open, so that kinds can be added.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }

        /// PostgreSQL's programs are not installed where they are looked for.
        package static let missingBinaries = Code(rawValue: "missingBinaries")
        /// Another program listens on the port.
        package static let portTaken = Code(rawValue: "portTaken")
        /// The folder is no data directory, belongs to another version, or is damaged.
        package static let brokenDataDirectory = Code(rawValue: "brokenDataDirectory")
        /// Another server runs on the data directory.
        package static let alreadyRunning = Code(rawValue: "alreadyRunning")
        /// The server did not start; the message has its own last words.
        package static let startFailed = Code(rawValue: "startFailed")
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
