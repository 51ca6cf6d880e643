import GraphQLExecution
import GraphQLLanguage

/// A query as the generator makes it and the naive evaluator reads it.
struct RandomOperation: Sendable {
    var selections: [Selection]
    var fragments: [String: Fragment] = [:]
    var variables: [String: Variable] = [:]

    struct Fragment: Sendable {
        let type: String
        var selections: [Selection]
    }

    struct Variable: Sendable {
        let type: String
        let defaultValue: Input?
        /// nil for one that the request does not bring.
        let value: JSONValue?
    }

    struct Field: Sendable {
        let name: String
        let alias: String?
        var arguments: [Input.Member]
        var selections: [Selection]

        var key: String { alias ?? name }
    }

    struct Selection: Sendable {
        indirect enum Content: Sendable {
            case field(Field)
            case inline(type: String?, [Selection])
            case spread(String)
        }

        var content: Content
        /// Each `@skip` or `@include`, with a boolean or a variable.
        var conditions: [(name: String, value: Input)] = []
    }

    /// A value in the document.
    indirect enum Input: Sendable {
        struct Member: Sendable {
            let name: String
            var value: Input
        }

        case null, boolean(Bool), integer(Int), double(Double), text(String), name(String)
        case list([Input])
        case object([Member])
        case variable(String)
    }
}

extension RandomOperation.Input {
    /// The value that a request brings here; nil for none.
    func value(_ variables: [String: RandomOperation.Variable]) -> JSONValue? {
        switch self {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .double(let value): .double(value)
        case .text(let value), .name(let value): .string(value)
        case .list(let items): .array(items.compactMap { $0.value(variables) })
        case .object(let members):
            .object(
                members.compactMap { member in member.value.value(variables).map { JSONValue.Member(member.name, $0) } }
            )
        case .variable(let name): variables[name].flatMap { $0.value ?? $0.defaultValue?.value(variables) }
        }
    }

    /// The names of the variables in it.
    var variables: [String] {
        switch self {
        case .variable(let name): [name]
        case .list(let items): items.flatMap(\.variables)
        case .object(let members): members.flatMap(\.value.variables)
        default: []
        }
    }

    var text: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .double(let value): String(value)
        case .text(let value): JSONValue.string(value).text
        case .name(let value): value
        case .list(let items): "[\(items.map(\.text).joined(separator: ", "))]"
        case .object(let members): "{\(members.map { "\($0.name): \($0.value.text)" }.joined(separator: ", "))}"
        case .variable(let name): "$\(name)"
        }
    }
}

extension RandomOperation {
    /// The document, with only the fragments and variables that it uses.
    var document: String {
        var used: Set<String> = []
        return text(&used)
    }

    private func text(_ used: inout Set<String>) -> String {
        var body = Self.text(selections, &used)
        var written: Set<String> = []
        while let name = fragments.keys.sorted().first(where: { used.contains("...\($0)") && !written.contains($0) }) {
            written.insert(name)
            guard let fragment = fragments[name] else { continue }
            body += "\nfragment \(name) on \(fragment.type) " + Self.text(fragment.selections, &used)
        }
        let declared = variables.sorted { $0.key < $1.key }.filter { used.contains($0.key) }.map { name, variable in
            "$\(name): \(variable.type)" + (variable.defaultValue.map { " = \($0.text)" } ?? "")
        }
        return "query" + (declared.isEmpty ? "" : "(\(declared.joined(separator: ", ")))") + " " + body
    }

    /// The variables of the request as JSON.
    var variablesText: String {
        var used: Set<String> = []
        _ = text(&used)
        let members = variables.sorted { $0.key < $1.key }.filter { used.contains($0.key) }.compactMap {
            name,
            variable in
            variable.value.map { JSONValue.Member(name, $0) }
        }
        return JSONValue.object(members).text
    }

    private static func text(_ selections: [Selection], _ used: inout Set<String>) -> String {
        "{ " + selections.map { text($0, &used) }.joined(separator: " ") + " }"
    }

    private static func text(_ selection: Selection, _ used: inout Set<String>) -> String {
        var conditions = ""
        for condition in selection.conditions {
            conditions += " @\(condition.name)(if: \(condition.value.text))"
            used.formUnion(condition.value.variables)
        }
        switch selection.content {
        case .field(let field):
            for argument in field.arguments { used.formUnion(argument.value.variables) }
            let arguments = field.arguments.map { "\($0.name): \($0.value.text)" }.joined(separator: ", ")
            return (field.alias.map { "\($0): " } ?? "") + field.name + (arguments.isEmpty ? "" : "(\(arguments))")
                + conditions + (field.selections.isEmpty ? "" : " " + text(field.selections, &used))
        case .inline(let type, let selections):
            return "..." + (type.map { " on \($0)" } ?? "") + conditions + " " + text(selections, &used)
        case .spread(let name):
            used.insert("...\(name)")
            return "...\(name)\(conditions)"
        }
    }
}

extension JSONValue {
    /// The value as JSON text.
    var text: String {
        var json = JSONWriter()
        json.append(self)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
