import GraphQLExecution
import GraphQLLanguage

/// The parameters of a GET request: its URL's query, strictly decoded.
struct URLParameters {
    private var parameters: [(name: String, value: String)] = []

    /// Decodes `application/x-www-form-urlencoded` text: `+` is a space, `%XX` a byte, and the bytes are UTF-8.
    init(query: Substring) throws(Refusal) {
        for piece in query.utf8.split(separator: UInt8(ascii: "&")) {
            let equals = piece.firstIndex(of: UInt8(ascii: "="))
            let name = try Self.decoded(piece[..<(equals ?? piece.endIndex)])
            let value = try equals.map { index throws(Refusal) in try Self.decoded(piece[index...].dropFirst()) }
            guard !parameters.contains(where: { $0.name == name }) else {
                throw .badRequest("A URL parameter is given more than once.")
            }
            parameters.append((name, value ?? ""))
        }
    }

    /// The parameter's value; nil if it is absent.
    subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    private static func decoded(_ text: Substring.UTF8View) throws(Refusal) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            text.formIndex(after: &index)
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                var decoded: UInt8 = 0
                for _ in 0..<2 {
                    guard index < text.endIndex, let digit = hexDigit(text[index]) else {
                        throw .badRequest("The URL's query has a % that two hexadecimal digits do not follow.")
                    }
                    decoded = decoded << 4 | digit
                    text.formIndex(after: &index)
                }
                bytes.append(decoded)
            default: bytes.append(byte)
            }
        }
        guard let string = String(validating: bytes, as: UTF8.self) else {
            throw .badRequest("The URL's query is not valid UTF-8.")
        }
        return string
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension GraphQLRequest {
    /// Reads a request from a GET's URL (GraphQL over HTTP, "GET").
    ///
    /// An empty parameter counts as absent.
    init(_ parameters: URLParameters) throws(Refusal) {
        guard let query = parameters["query"], !query.isEmpty else {
            throw .badRequest("The URL parameter \"query\" is missing.")
        }
        let operationName = parameters["operationName"]
        self.init(
            document: Array(query.utf8),
            operationName: operationName?.isEmpty == true ? nil : operationName,
            variables: try Self.map("variables", in: parameters),
            extensions: try Self.map("extensions", in: parameters)
        )
    }

    private static func map(_ name: String, in parameters: URLParameters) throws(Refusal) -> JSONValue? {
        guard let text = parameters[name], !text.isEmpty else { return nil }
        let value: JSONValue
        do {
            value = try JSONReader.read(Array(text.utf8))
        } catch {
            let fault = error.sentence(in: Array(text.utf8))
            throw .badRequest("The URL parameter \"\(name)\" is not valid JSON: \(fault).")
        }
        switch value {
        case .object: return value
        case .null: return nil
        default: throw .badRequest("The URL parameter \"\(name)\" must be a JSON object or null.")
        }
    }
}
