import GraphQLExecution
import GraphQLLanguage

/// Answers one JSON line with one JSON line: the engine as a filter for foreign corpora.
///
/// A line that cannot be answered gets `{"id":…,"error":"…"}`; nothing ends the filter.
package struct ConformanceFilter: Sendable {
    /// A request's own nesting goes around that of the values in it, which may be as deep as a client's.
    static let maxDepth = JSONReader.maxDepth * 2

    var schemas = SchemaShelf()

    package init() {}

    /// The answer to a line, without its line feed.
    package mutating func answer(_ line: [UInt8]) async -> [UInt8] {
        let object: JSONValue
        let text = LoneSurrogates.replaced(in: line)
        do {
            object = try JSONReader.read(text ?? line, maxDepth: Self.maxDepth)
        } catch {
            return Self.line(nil, .error("not JSON: \(error.message) at byte \(error.offset)"))
        }
        guard case .object = object else { return Self.line(nil, .error("a request is a JSON object")) }
        return Self.line(object["id"], await answer(ConformanceRequest(object: object, hasLoneSurrogates: text != nil)))
    }

    private mutating func answer(_ request: ConformanceRequest) async -> ConformanceAnswer {
        do throws(ConformanceFailure) {
            let name = try request.text("op")
            guard let operation = ConformanceOperation(rawValue: name) else {
                throw ConformanceFailure("unknown op \"\(name)\"")
            }
            return switch operation {
            case .parse: try Self.parse(request)
            case .validate: try validate(request)
            case .validateSDL: try validateSDL(request)
            case .validateSchema: try validateSchema(request)
            case .printSchema: try printSchema(request)
            case .introspect: try introspect(request)
            case .diff: try diff(request)
            case .coordinate: try coordinate(request)
            case .execute: try await execute(request)
            case .stripIgnored: try Self.stripIgnored(request)
            case .separateOperations: try Self.separateOperations(request)
            }
        } catch {
            return .error(error.message)
        }
    }

    private static func line(_ id: JSONValue?, _ answer: ConformanceAnswer) -> [UInt8] {
        var json = JSONWriter(reservingCapacity: answer.json.count + 64)
        json.append(json: "{\"id\":")
        json.append(id ?? .null)
        // The answer's own opening brace gives way to the one in front of `id`.
        if answer.json.count > 2 { json.append(ascii: ",") }
        json.append(json: answer.json, in: 1..<answer.json.count)
        return json.bytes
    }
}

/// What a request can ask for.
enum ConformanceOperation: String {
    case parse, validate, validateSDL, validateSchema, printSchema, introspect, diff, coordinate, execute, stripIgnored,
        separateOperations
}
