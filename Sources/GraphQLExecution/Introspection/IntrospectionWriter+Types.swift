import GraphQLLanguage
import GraphQLSchema

extension IntrospectionWriter {
    /// `__Type` of a named type (GraphQL §4.2.2).
    func write(_ type: TypeDefinition, _ field: CollectedField, _ json: inout JSONWriter) {
        object(field, &json) { field, json in
            switch field.definition.name {
            case "kind": json.append(string: type.kind.rawValue)
            case "name": json.append(string: type.name)
            case "description": text(type.description, &json)
            case "specifiedByURL":
                if case .scalar(let scalar) = type {
                    text(scalar.specifiedByURL, &json)
                } else {
                    json.append(json: "null")
                }
            case "isOneOf":
                if case .input(let input) = type { json.append(input.isOneOf) } else { json.append(json: "null") }
            case "fields": writeFields(of: type, field, &json)
            case "interfaces": writeInterfaces(of: type, field, &json)
            case "possibleTypes": writePossibleTypes(of: type, field, &json)
            case "enumValues": writeEnumValues(of: type, field, &json)
            case "inputFields":
                if case .input(let input) = type {
                    write(input.fields, field, &json)
                } else {
                    json.append(json: "null")
                }
            default: json.append(json: "null")
            }
        }
    }

    /// `__Type` of a reference: a wrapping type, or the named one.
    func write(_ type: TypeReference, _ field: CollectedField, _ json: inout JSONWriter) {
        switch type {
        case .named(let name):
            if let type = schema.type(named: name.text) { write(type, field, &json) } else { json.append(json: "null") }
        case .list(let inner, _): write(wrapping: inner, as: .list, field, &json)
        case .nonNull(let inner): write(wrapping: inner, as: .nonNull, field, &json)
        }
    }

    private func write(
        wrapping inner: TypeReference,
        as kind: TypeKind,
        _ field: CollectedField,
        _ json: inout JSONWriter
    ) {
        object(field, &json) { field, json in
            switch field.definition.name {
            case "kind": json.append(string: kind.rawValue)
            case "ofType": write(inner, field, &json)
            default: json.append(json: "null")
            }
        }
    }

    private func writeFields(of type: TypeDefinition, _ field: CollectedField, _ json: inout JSONWriter) {
        guard let fields = type.fields else {
            json.append(json: "null")
            return
        }
        let all = includesDeprecated(field)
        list(fields.filter { all || $0.deprecationReason == nil }, &json) { write($0, field, &$1) }
    }

    private func writeInterfaces(of type: TypeDefinition, _ field: CollectedField, _ json: inout JSONWriter) {
        let names: [String]
        switch type {
        case .object(let object): names = object.interfaces
        case .interface(let interface): names = interface.interfaces
        default:
            json.append(json: "null")
            return
        }
        list(names.compactMap { schema.type(named: $0) }, &json) { write($0, field, &$1) }
    }

    private func writePossibleTypes(of type: TypeDefinition, _ field: CollectedField, _ json: inout JSONWriter) {
        switch type {
        case .interface: list(schema.possibleTypes(of: type.name), &json) { write(.object($0), field, &$1) }
        case .union(let union):
            list(union.members.compactMap { schema.type(named: $0) }, &json) { write($0, field, &$1) }
        default: json.append(json: "null")
        }
    }

    private func writeEnumValues(of type: TypeDefinition, _ field: CollectedField, _ json: inout JSONWriter) {
        guard case .enumeration(let enumeration) = type else {
            json.append(json: "null")
            return
        }
        let all = includesDeprecated(field)
        list(enumeration.values.filter { all || $0.deprecationReason == nil }, &json) { write($0, field, &$1) }
    }

    /// `__Field` (GraphQL §4.2.3).
    private func write(_ element: SchemaField, _ field: CollectedField, _ json: inout JSONWriter) {
        object(field, &json) { field, json in
            switch field.definition.name {
            case "name": json.append(string: element.name)
            case "description": text(element.description, &json)
            case "args": write(element.arguments, field, &json)
            case "type": write(element.type, field, &json)
            case "isDeprecated": json.append(element.deprecationReason != nil)
            case "deprecationReason": text(element.deprecationReason, &json)
            default: json.append(json: "null")
            }
        }
    }

    /// A list of `__InputValue` (GraphQL §4.2.4): arguments or input fields.
    func write(_ values: [SchemaInputValue], _ field: CollectedField, _ json: inout JSONWriter) {
        let all = includesDeprecated(field)
        list(values.filter { all || $0.deprecationReason == nil }, &json) { value, json in
            object(field, &json) { field, json in
                switch field.definition.name {
                case "name": json.append(string: value.name)
                case "description": text(value.description, &json)
                case "type": write(value.type, field, &json)
                case "defaultValue": text(value.printedDefaultValue, &json)
                case "isDeprecated": json.append(value.deprecationReason != nil)
                case "deprecationReason": text(value.deprecationReason, &json)
                default: json.append(json: "null")
                }
            }
        }
    }

    /// `__EnumValue` (GraphQL §4.2.5).
    private func write(_ value: SchemaEnumValue, _ field: CollectedField, _ json: inout JSONWriter) {
        object(field, &json) { field, json in
            switch field.definition.name {
            case "name": json.append(string: value.name)
            case "description": text(value.description, &json)
            case "isDeprecated": json.append(value.deprecationReason != nil)
            case "deprecationReason": text(value.deprecationReason, &json)
            default: json.append(json: "null")
            }
        }
    }
}
