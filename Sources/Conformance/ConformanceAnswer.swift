import GraphQLExecution
import GraphQLLanguage

/// The object that answers a request, as JSON text; the filter puts the request's `id` in front.
struct ConformanceAnswer {
    let json: [UInt8]

    /// An object of these members.
    init(_ members: [JSONValue.Member]) {
        var json = JSONWriter()
        json.append(JSONValue.object(members))
        self.json = json.bytes
    }

    /// A JSON object's text as it is.
    init(object json: [UInt8]) { self.json = json }

    static func printed(_ text: String) -> ConformanceAnswer { Self([.init("printed", .string(text))]) }

    /// Errors with message, locations and path alone: codes are ours, the corpora know none.
    static func errors(_ errors: [GraphQLError]) -> ConformanceAnswer {
        var json = JSONWriter()
        json.append(json: "{\"errors\":")
        json.append(errors.map(\.withoutExtensions))
        json.append(ascii: "}")
        return Self(object: json.bytes)
    }

    /// A response, its errors with message, locations and path alone.
    static func response(_ body: [UInt8]) -> ConformanceAnswer {
        guard body.starts(with: Array("{\"errors\":".utf8)),
            case .object(let members)? = try? JSONReader.read(body, maxDepth: ConformanceFilter.maxDepth * 2)
        else {
            return Self(object: body)
        }
        return Self(
            members.map { member in
                guard member.name == "errors", case .array(let errors) = member.value else { return member }
                return JSONValue.Member("errors", .array(errors.map(\.withoutExtensions)))
            }
        )
    }

    static func error(_ message: String) -> ConformanceAnswer { Self([.init("error", .string(message))]) }
}

extension GraphQLError {
    fileprivate var withoutExtensions: GraphQLError {
        GraphQLError(message, locations: locations, path: path)
    }
}

extension JSONValue {
    fileprivate var withoutExtensions: JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != "extensions" })
    }
}
