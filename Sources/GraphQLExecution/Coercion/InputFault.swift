import GraphQLLanguage
import GraphQLSchema

/// What can be wrong with an input value or literal, in words (GraphQL §3.5–§3.12, Input Coercion).
///
/// `found` is the value as it is shown; with nil the message does not repeat it.
enum InputFault {
    static func missing(_ type: TypeReference) -> String {
        "Expected a value of non-null type \"\(type)\" to be provided."
    }

    static func null(_ type: TypeReference) -> String {
        "Expected value of non-null type \"\(type)\" not to be null."
    }

    static func noInput(_ type: TypeReference, found: String?) -> String {
        "Expected value of type \"\(type)\"" + tail(found)
    }

    static func noObject(_ type: InputObjectType, found: String?) -> String {
        "Expected value of type \"\(type.name)\" to be an object" + tail(found)
    }

    static func missingField(_ field: SchemaInputValue, of type: InputObjectType, found: String?) -> String {
        "Expected value of type \"\(type.name)\" to include required field \"\(field.name)\"" + tail(found)
    }

    static func unknownField(
        _ name: String,
        of type: InputObjectType,
        hidesSuggestions: Bool,
        found: String?
    ) -> String {
        let hint = hidesSuggestions ? "" : Suggestions.didYouMean(name, among: type.fields.map(\.name))
        // A name that is close to a field's was meant as one; any other may be what the value is.
        let subject = found == nil && hint.isEmpty ? "an unknown field" : "unknown field \"\(name)\""
        let fault = "Expected value of type \"\(type.name)\" not to include \(subject)"
        if hint.isEmpty { return fault + tail(found) }
        return "\(fault).\(hint)" + (found.map { " Found: \($0)." } ?? "")
    }

    static func notOneOf(_ type: InputObjectType) -> String {
        "Within OneOf Input Object type \"\(type.name)\", exactly one field must be specified, "
            + "and the value for that field must be non-null."
    }

    static func unknownEnumValue(_ name: String?, of type: EnumType, hint: String) -> String {
        "\(name.map { "Value \"\($0)\"" } ?? "The value") does not exist in \"\(type.name)\" enum.\(hint)"
    }

    static func noEnumValue(_ kind: String, of type: EnumType, hint: String, found: String?) -> String {
        "Enum \"\(type.name)\" cannot represent \(kind) value\(found.map { ": \($0)" } ?? "").\(hint)"
    }

    /// The values of an enum close to what was found.
    static func suggestion(for found: String, of type: EnumType, hides: Bool) -> String {
        hides ? "" : Suggestions.didYouMean(found, among: type.values.map(\.name), kind: "the enum value")
    }

    static func builtInScalar(_ rejection: ScalarRejection, found: String?) -> String {
        guard let found else { return rejection.reason + "." }
        return "\(rejection.reason): \(found)" + (rejection.note.isEmpty ? "" : " (\(rejection.note))")
    }

    static func customScalar(_ name: String, _ rejection: ScalarRejection, found: String?) -> String {
        "Expected value of type \"\(name)\", but encountered error \"\(rejection.reason)\""
            + (found.map { "; found: \($0)." } ?? ".")
    }

    private static func tail(_ found: String?) -> String { found.map { ", found: \($0)." } ?? "." }
}

extension [GraphQLError.PathSegment] {
    /// Where in an input value a fault is: ` at .filter.ids[0]`, empty at the value itself.
    var inInputValue: String {
        guard !isEmpty else { return "" }
        return reduce(into: " at ") { text, segment in
            switch segment {
            case .field(let name): text += ".\(name)"
            case .index(let index): text += "[\(index)]"
            }
        }
    }
}
