import GraphQLLanguage
import GraphQLSchema

/// Literals are of the type that their place expects (GraphQL §5.6.1, §5.6.2, §5.6.4).
enum ValuesOfCorrectTypeRule: DocumentRule {
    static let events: WalkEvents = .enterLiteral

    static func enterLiteral(_ value: Value, type: TypeReference?, _ context: ValidationContext) {
        if let type { LiteralTypes(context: context).check(value, type) }
    }
}

/// Checks literals, except for the variables in them: those are VariablesInAllowedPositionRule's.
private struct LiteralTypes {
    let context: ValidationContext

    func check(_ value: Value, _ type: TypeReference) {
        switch (value.kind, type) {
        case (.variable, _): break
        case (.null, .nonNull):
            context.report("Expected value of non-null type \"\(type)\" not to be null.", at: value.offset)
        case (.null, _): break
        case (_, .nonNull(let inner)): check(value, inner)
        case (.list(let items), .list(let itemType, _)):
            for item in items where !context.isAborted { check(item, itemType) }
        // A single value stands for a list of one (GraphQL §3.11).
        case (_, .list(let itemType, _)): check(value, itemType)
        case (_, .named(let name)): check(value, named: name.text)
        }
    }

    private func check(_ value: Value, named typeName: String) {
        switch context.schema.type(named: typeName) {
        case .input(let type):
            if case .object(let fields) = value.kind {
                check(fields, of: type, in: value)
            } else {
                context.report(
                    "Expected value of type \"\(typeName)\" to be an object\(context.found(value, ", found: ")).",
                    at: value.offset
                )
            }
        case .enumeration(let type): check(value, type)
        case .scalar(let type): check(value, type)
        case .object, .interface, .union, nil: break
        }
    }

    private func check(_ fields: [ObjectField], of type: InputObjectType, in value: Value) {
        // A large literal with many faults is written once.
        lazy var text = context.found(value, ", found: ")
        for field in type.fields where !context.isAborted {
            if let given = fields.last(where: { $0.name.text == field.name }) {
                check(given.value, field.type)
            } else if field.isRequired {
                context.report(
                    "Expected value of type \"\(type.name)\" to include required field \"\(field.name)\"\(text).",
                    at: value.offset
                )
            }
        }
        var known: [ObjectField] = []
        for field in fields where !context.isAborted {
            if type.field(named: field.name.text) != nil {
                known.append(field)
                continue
            }
            report(unknown: field, of: type, text)
        }
        if type.isOneOf { checkOneOf(known, type, value) }
    }

    private func report(unknown field: ObjectField, of type: InputObjectType, _ found: String) {
        let suggestion = context.suggestion(for: field.name.text, from: type.fields.map(\.name))
        // A name that is close to a field's was meant as one; any other may be what the value is.
        let isShown = !context.hidesValues || !suggestion.isEmpty
        let subject = isShown ? "unknown field \"\(field.name.text)\"" : "an unknown field"
        let end =
            if suggestion.isEmpty {
                found + "."
            } else if context.hidesValues {
                "." + suggestion
            } else {
                ".\(suggestion) Found\(found.dropFirst(", found".count))."
            }
        context.report(
            "Expected value of type \"\(type.name)\" not to include \(subject)\(end)",
            at: field.name.offset
        )
    }

    private func checkOneOf(_ fields: [ObjectField], _ type: InputObjectType, _ value: Value) {
        if fields.count == 1 {
            guard case .null = fields[0].value.kind else { return }
        }
        context.report(
            "Within OneOf Input Object type \"\(type.name)\", exactly one field must be specified,"
                + " and the value for that field must be non-null.",
            at: value.offset
        )
    }

    private func check(_ value: Value, _ type: EnumType) {
        if case .enumeration(let name) = value.kind {
            if type.value(named: name) != nil { return }
            let subject = context.hidesValues ? "The value" : "Value \"\(name)\""
            context.report(
                "\(subject) does not exist in \"\(type.name)\" enum.\(hint(name, type))",
                at: value.offset
            )
        } else {
            let shown = value.withoutVariables
            context.report(
                "Enum \"\(type.name)\" cannot represent non-enum value\(context.found(shown, ": "))."
                    + hint(shown.printedForError, type),
                at: value.offset
            )
        }
    }

    private func hint(_ text: String, _ type: EnumType) -> String {
        context.suggestion(for: text, from: type.values.map(\.name), kind: "the enum value")
    }

    private func check(_ value: Value, _ type: ScalarType) {
        switch (type.name, value.kind) {
        case ("Int", .int(let digits)):
            guard Int32(digits) == nil else { return }
            report("Int cannot represent non 32-bit signed integer value", value)
        case ("Float", .int), ("Float", .float), ("String", .string), ("Boolean", .boolean), ("ID", .string),
            ("ID", .int):
            break
        case ("Int", _): report("Int cannot represent non-integer value", value)
        case ("Float", _): report("Float cannot represent non numeric value", value)
        case ("String", _): report("String cannot represent a non string value", value)
        case ("Boolean", _): report("Boolean cannot represent a non boolean value", value)
        case ("ID", _): report("ID cannot represent a non-string and non-integer value", value)
        default:
            guard let problem = context.options.literalChecks[type.name]?(value) else { return }
            context.report(
                "Expected value of type \"\(type.name)\", but encountered error \"\(problem)\"\(context.found(value, "; found: ")).",
                at: value.offset
            )
        }
    }

    private func report(_ problem: String, _ value: Value) {
        let found = context.hidesValues ? "." : context.found(value.withoutVariables, ": ")
        context.report(problem + found, at: value.offset)
    }
}

extension Value {
    /// The literal as it is without values for its variables: null in a list, left out of an object.
    fileprivate var withoutVariables: Value {
        switch kind {
        case .variable: return Value(.null, offset: offset)
        case .list(let items): return Value(.list(items.map(\.withoutVariables)), offset: offset)
        case .object(let fields):
            let given = fields.filter { if case .variable = $0.value.kind { false } else { true } }
            let plain = given.map { ObjectField(name: $0.name, value: $0.value.withoutVariables) }
            return Value(.object(plain), offset: offset)
        default: return self
        }
    }
}
