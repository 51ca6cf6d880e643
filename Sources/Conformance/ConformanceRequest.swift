import GraphQLLanguage
import GraphQLSchema

/// Why a request cannot be answered; the filter says it as `{"error":"…"}`.
struct ConformanceFailure: Error {
    let message: String

    init(_ message: String) { self.message = message }
}

/// One line of input: a JSON object whose keys are the operation's inputs and options.
struct ConformanceRequest {
    let object: JSONValue
    /// Whether stand-ins for lone surrogates are in its texts.
    let hasLoneSurrogates: Bool

    /// A document that must be there.
    func source(_ key: String) throws(ConformanceFailure) -> Source {
        let text = try text(key)
        return hasLoneSurrogates ? LoneSurrogates.source(text) : Source(text)
    }

    /// A key that must be there.
    func text(_ key: String) throws(ConformanceFailure) -> String {
        guard let text = try optionalText(key) else { throw ConformanceFailure("\"\(key)\" is missing") }
        return text
    }

    /// A key that may be absent or null.
    func optionalText(_ key: String) throws(ConformanceFailure) -> String? {
        switch object[key] {
        case nil, .null: return nil
        case .string(let text): return text
        default: throw ConformanceFailure("\"\(key)\" must be a string")
        }
    }

    func flag(_ key: String, default value: Bool = false) throws(ConformanceFailure) -> Bool {
        switch object[key] {
        case nil, .null: return value
        case .boolean(let flag): return flag
        default: throw ConformanceFailure("\"\(key)\" must be true or false")
        }
    }

    /// A number that is not negative.
    func count(_ key: String) throws(ConformanceFailure) -> Int? {
        switch object[key] {
        case nil, .null: return nil
        case .integer(let count) where count >= 0: return count
        default: throw ConformanceFailure("\"\(key)\" must be a whole number, not negative")
        }
    }

    /// Rules by graphql-js' names; nil when none are named.
    func rules<Rule: RawRepresentable<String>>(_ type: Rule.Type) throws(ConformanceFailure) -> [Rule]? {
        switch object["rules"] {
        case nil, .null: return nil
        case .array(let names):
            var rules: [Rule] = []
            for name in names {
                guard case .string(let name) = name else { throw ConformanceFailure("\"rules\" must be strings") }
                guard let rule = Rule(rawValue: name) else { throw ConformanceFailure("unknown rule \"\(name)\"") }
                rules.append(rule)
            }
            return rules
        default: throw ConformanceFailure("\"rules\" must be a list")
        }
    }
}
