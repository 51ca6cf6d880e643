import GraphQLLanguage
import GraphQLSchema

/// Answers `__schema` and `__type` (GraphQL §4.2) from the schema, as selected.
struct IntrospectionWriter {
    let schema: Schema
    let variables: CoercedVariables
    /// Collects errors where there may be some.
    var faults: IntrospectionFaults?

    /// Writes the field's value; false, nothing written, for a type that does not exist.
    ///
    /// Where `faults` are propagating after it, what it wrote is no value.
    func write(_ field: CollectedField, into json: inout JSONWriter) -> Bool {
        if field.definition.name == "__schema" {
            writeSchema(field, &json)
            return true
        }
        guard case .string(let name) = field.argument("name")?.value(variables), let type = schema.type(named: name)
        else { return false }
        write(type, field, &json)
        return true
    }

    /// Writes an object of the fields selected on `field`; `value` writes the value of each.
    func object(
        _ field: CollectedField,
        _ json: inout JSONWriter,
        _ value: (CollectedField, inout JSONWriter) -> Void
    ) {
        if let refusal = field.selection?.refusal {
            faults?.fail(refusal)
            return
        }
        json.append(ascii: "{")
        for (index, selected) in (field.selection?.fields ?? []).enumerated() {
            if index > 0 { json.append(ascii: ",") }
            json.append(string: selected.responseKey)
            json.append(ascii: ":")
            if selected.definition.name == "__typename" {
                json.append(string: selected.parentType)
            } else if let faults {
                write(selected, &json, faults, value)
                if faults.isPropagating { return }
            } else {
                value(selected, &json)
            }
        }
        json.append(ascii: "}")
    }

    /// Writes a field's value, or the null that stands for an error in it or below it.
    private func write(
        _ field: CollectedField,
        _ json: inout JSONWriter,
        _ faults: IntrospectionFaults,
        _ value: (CollectedField, inout JSONWriter) -> Void
    ) {
        faults.enter(.field(field.responseKey))
        let mark = json.count
        if let refusal = field.refusal { faults.fail(refusal) } else { value(field, &json) }
        if faults.isPropagating, !field.definition.type.isNonNull {
            faults.isPropagating = false
            json.truncate(to: mark)
            json.append(json: "null")
        }
        faults.leave()
    }

    /// Writes a list; its items are non-null wherever the introspection has lists.
    func list<Item>(
        _ items: [Item],
        _ json: inout JSONWriter,
        _ write: (Item, inout JSONWriter) -> Void
    ) {
        json.append(ascii: "[")
        for (index, item) in items.enumerated() {
            if index > 0 { json.append(ascii: ",") }
            faults?.enter(.index(index))
            write(item, &json)
            faults?.leave()
            if let faults, faults.isPropagating { return }
        }
        json.append(ascii: "]")
    }

    func text(_ text: String?, _ json: inout JSONWriter) {
        if let text { json.append(string: text) } else { json.append(json: "null") }
    }

    /// Whether deprecated elements are asked for (GraphQL §4.2.2).
    func includesDeprecated(_ field: CollectedField) -> Bool {
        field.argument("includeDeprecated")?.value(variables) == .boolean(true)
    }

    /// `__Schema` (GraphQL §4.2.1).
    private func writeSchema(_ field: CollectedField, _ json: inout JSONWriter) {
        object(field, &json) { field, json in
            switch field.definition.name {
            case "description": text(schema.description, &json)
            case "types": list(schema.types, &json) { write($0, field, &$1) }
            case "queryType": write(root: schema.queryTypeName, field, &json)
            case "mutationType": write(root: schema.mutationTypeName, field, &json)
            case "subscriptionType": write(root: schema.subscriptionTypeName, field, &json)
            case "directives":
                let includesDeprecated = includesDeprecated(field)
                let directives = schema.directives.filter { includesDeprecated || $0.deprecationReason == nil }
                list(directives, &json) { write($0, field, &$1) }
            default: json.append(json: "null")
            }
        }
    }

    private func write(root name: String?, _ field: CollectedField, _ json: inout JSONWriter) {
        if let name, let type = schema.type(named: name) {
            write(type, field, &json)
        } else {
            json.append(json: "null")
        }
    }

    /// `__Directive` (GraphQL §4.2.7).
    private func write(_ directive: SchemaDirective, _ field: CollectedField, _ json: inout JSONWriter) {
        object(field, &json) { field, json in
            switch field.definition.name {
            case "name": json.append(string: directive.name)
            case "description": text(directive.description, &json)
            case "isRepeatable": json.append(directive.isRepeatable)
            case "locations": list(directive.locations, &json) { $1.append(string: $0) }
            case "args": write(directive.arguments, field, &json)
            case "isDeprecated": json.append(directive.deprecationReason != nil)
            case "deprecationReason": text(directive.deprecationReason, &json)
            default: json.append(json: "null")
            }
        }
    }
}
