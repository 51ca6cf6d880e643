import GraphQLLanguage
import GraphQLSchema

/// Literals are of the type that their place expects (GraphQL §5.6.1, §5.6.2, §5.6.4).
final class ValuesOfCorrectTypeRule: DocumentRule {
    static let events: WalkEvents = .enterLiteral
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterLiteral(_ value: Value, type: TypeReference?) {
        if let type { check(value, type) }
    }

    private func check(_ value: Value, _ type: TypeReference) {
        switch (value.kind, type) {
        case (.variable, _): break  // VariablesInAllowedPositionRule
        case (.null, .nonNull):
            context.report("Expected value of non-null type \"\(type)\" not to be null.", at: value.offset)
        case (.null, _): break
        case (_, .nonNull(let inner)): check(value, inner)
        case (.list(let items), .list(let itemType, _)):
            for item in items { check(item, itemType) }
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
                    "Expected value of type \"\(typeName)\" to be an object, found: \(value.printed).",
                    at: value.offset
                )
            }
        case .enumeration(let type): check(value, type)
        case .scalar(let type): check(value, type)
        case .object, .interface, .union, nil: break
        }
    }

    private func check(_ fields: [ObjectField], of type: InputObjectType, in value: Value) {
        let given = Dictionary(fields.map { ($0.name.text, $0.value) }, uniquingKeysWith: { $1 })
        for field in type.fields {
            if let fieldValue = given[field.name] {
                check(fieldValue, field.type)
            } else if field.isRequired {
                context.report(
                    "Expected value of type \"\(type.name)\" to include required field \"\(field.name)\","
                        + " found: \(value.printed).",
                    at: value.offset
                )
            }
        }
        let (known, unknown) = fields.partitioned { type.field(named: $0.name.text) != nil }
        for field in unknown {
            let suggestion = context.suggestion(for: field.name.text, from: type.fields.map(\.name))
            context.report(
                "Expected value of type \"\(type.name)\" not to include unknown field \"\(field.name.text)\""
                    + "\(suggestion.isEmpty ? ", found" : ".\(suggestion) Found"): \(value.printed).",
                at: field.name.offset
            )
        }
        if type.isOneOf { checkOneOf(known, type, value) }
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
        let problem: String
        if case .enumeration(let name) = value.kind {
            guard type.value(named: name) == nil else { return }
            problem = "Value \"\(name)\" does not exist in \"\(type.name)\" enum."
        } else {
            problem = "Enum \"\(type.name)\" cannot represent non-enum value: \(value.printed)."
        }
        let suggestion = context.suggestion(
            for: value.printed,
            from: type.values.map(\.name),
            kind: "the enum value"
        )
        context.report(problem + suggestion, at: value.offset)
    }

    private func check(_ value: Value, _ type: ScalarType) {
        switch (type.name, value.kind) {
        case ("Int", .int(let digits)):
            guard Int32(digits) == nil else { return }
            context.report("Int cannot represent non 32-bit signed integer value: \(digits)", at: value.offset)
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
            report("Expected value of type \"\(type.name)\", but encountered error \"\(problem)\"; found", value, ".")
        }
    }

    private func report(_ problem: String, _ value: Value, _ end: String = "") {
        context.report("\(problem): \(value.printed)\(end)", at: value.offset)
    }
}

extension [ObjectField] {
    fileprivate func partitioned(by isFirst: (ObjectField) -> Bool) -> ([ObjectField], [ObjectField]) {
        (filter(isFirst), filter { !isFirst($0) })
    }
}
