/// Why the server cannot start.
package struct HTTPServerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A stable code; new ones may be added.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        package static let portTaken = Code(rawValue: "HTTP_PORT_TAKEN")
        package static let portForbidden = Code(rawValue: "HTTP_PORT_FORBIDDEN")
        package static let addressUnavailable = Code(rawValue: "HTTP_ADDRESS_UNAVAILABLE")
        package static let bindFailed = Code(rawValue: "HTTP_BIND_FAILED")
        package static let alreadyStarted = Code(rawValue: "HTTP_ALREADY_STARTED")
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { "\(code.rawValue): \(message)" }
}
