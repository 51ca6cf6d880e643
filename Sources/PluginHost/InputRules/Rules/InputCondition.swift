import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// When a rule holds: where another member is one of some values, is none of them, or is not given.
struct InputCondition: Hashable, Sendable {
    static let arguments = "field: String!, is: [String!], isNot: [String!], missing: Boolean! = false"

    private let field: String
    private let values: [String]
    private let kind: Kind

    private enum Kind: Hashable {
        case isOneOf, isNoneOf, isMissing
    }

    init?(_ directive: Directive) {
        guard let field = directive.text("field") else { return nil }
        self.field = field
        if let values = directive.texts("is") {
            self.values = values
            kind = .isOneOf
        } else if let values = directive.texts("isNot") {
            self.values = values
            kind = .isNoneOf
        } else {
            values = []
            kind = .isMissing
        }
    }

    /// After `required` or `refused`.
    var text: String {
        switch kind {
        case .isOneOf: "with `\(field)` \(values.joined(separator: ", "))"
        case .isNoneOf: "unless `\(field)` is \(values.joined(separator: ", "))"
        case .isMissing: "without `\(field)`"
        }
    }

    func problem(on input: RuledInput) -> String? {
        if let problem = input.problem(naming: field) { return problem }
        guard kind != .isMissing, let sibling = input.sibling(field) else { return nil }
        guard !values.isEmpty else { return "names no value of \"\(field)\"" }
        let known: [String]
        switch input.schema.type(named: sibling.type.namedType) {
        case .enumeration(let type): known = type.values.map(\.name)
        default: known = sibling.type.namedType == "Boolean" ? ["true", "false"] : []
        }
        return values.first { !known.contains($0) }.map { "names \"\($0)\", which is no value of \"\(field)\"" }
    }

    func holds(in siblings: InputObject) -> Bool {
        let value = siblings[field] ?? .null
        switch kind {
        case .isMissing: return !value.isGiven
        case .isOneOf: return Self.name(of: value).map(values.contains) ?? false
        case .isNoneOf: return Self.name(of: value).map { !values.contains($0) } ?? true
        }
    }

    private static func name(of value: InputObject.Value) -> String? {
        if case .boolean(let flag) = value { return flag ? "true" : "false" }
        return value.text
    }
}
