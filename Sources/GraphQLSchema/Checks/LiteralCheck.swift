import GraphQLLanguage

/// Finds what is wrong with a literal where a type is expected (GraphQL §3.10, input coercion of literals).
struct LiteralCheck {
    struct Problem {
        let message: String
        /// Below the checked literal: `.filter.ids[0]`, empty for the literal itself.
        let path: String
        let offset: Int

        /// The path as a message says it: ` at .filter.ids[0]`, empty for the literal itself.
        var place: String { path.isEmpty ? "" : " at \(path)" }
    }

    private let types: (String) -> TypeDefinition?
    private var problems: [Problem] = []

    /// The problems of a literal; a type that `types` does not know accepts everything.
    static func problems(
        of value: Value,
        as type: TypeReference,
        types: @escaping (String) -> TypeDefinition?
    ) -> [Problem] {
        var check = LiteralCheck(types: types)
        check.check(value, type, "")
        return check.problems
    }

    private init(types: @escaping (String) -> TypeDefinition?) {
        self.types = types
    }

    private mutating func report(_ message: String, _ value: Value, _ path: String) {
        problems.append(Problem(message: message, path: path, offset: value.offset))
    }

    private mutating func check(_ value: Value, _ type: TypeReference, _ path: String) {
        if case .null = value.kind {
            if type.isNonNull { report("Expected value of non-null type \"\(type)\" not to be null.", value, path) }
            return
        }
        if let itemType = type.listItem {
            // A single value is a list of one.
            guard case .list(let items) = value.kind else { return check(value, itemType, path) }
            for (index, item) in items.enumerated() { check(item, itemType, "\(path)[\(index)]") }
            return
        }
        switch types(type.namedType) {
        case .scalar(let scalar): check(value, scalar, path)
        case .enumeration(let enumeration): check(value, enumeration, path)
        case .input(let input): check(value, input, path)
        case .object, .interface, .union, nil: break
        }
    }

    private mutating func check(_ value: Value, _ scalar: ScalarType, _ path: String) {
        var text: String { value.printedForError }
        switch (scalar.name, value.kind) {
        case ("Int", .int(let digits)):
            if Int32(digits) == nil {
                report("Int cannot represent non 32-bit signed integer value: \(text)", value, path)
            }
        case ("Int", _): report("Int cannot represent non-integer value: \(text)", value, path)
        case ("Float", .int), ("Float", .float), ("String", .string), ("Boolean", .boolean), ("ID", .string),
            ("ID", .int):
            break
        case ("Float", _): report("Float cannot represent non numeric value: \(text)", value, path)
        case ("String", _): report("String cannot represent a non string value: \(text)", value, path)
        case ("Boolean", _): report("Boolean cannot represent a non boolean value: \(text)", value, path)
        case ("ID", _): report("ID cannot represent a non-string and non-integer value: \(text)", value, path)
        default: break
        }
    }

    private mutating func check(_ value: Value, _ type: EnumType, _ path: String) {
        let names = type.values.map(\.name)
        guard let name = value.enumName else {
            let text = value.printedForError
            let hint = Suggestions.didYouMean(text, among: names, kind: "the enum value")
            report("Enum \"\(type.name)\" cannot represent non-enum value: \(text).\(hint)", value, path)
            return
        }
        if type.value(named: name) == nil {
            let hint = Suggestions.didYouMean(name, among: names, kind: "the enum value")
            report("Value \"\(name)\" does not exist in \"\(type.name)\" enum.\(hint)", value, path)
        }
    }

    private mutating func check(_ value: Value, _ type: InputObjectType, _ path: String) {
        guard case .object(let fields) = value.kind else {
            report(
                "Expected value of type \"\(type.name)\" to be an object, found: \(value.printedForError).",
                value,
                path
            )
            return
        }
        for expected in type.fields {
            if let field = fields.last(where: { $0.name.text == expected.name }) {
                check(field.value, expected.type, "\(path).\(expected.name)")
            } else if expected.isRequired {
                report(
                    """
                    Expected value of type "\(type.name)" to include required field "\(expected.name)", \
                    found: \(value.printedForError).
                    """,
                    value,
                    path
                )
            }
        }
        for field in fields where type.field(named: field.name.text) == nil {
            let hint = Suggestions.didYouMean(field.name.text, among: type.fields.map(\.name))
            problems.append(
                Problem(
                    message: """
                        Expected value of type "\(type.name)" not to include unknown field "\(field.name.text)"\
                        \(hint.isEmpty ? ", found" : ".\(hint) Found"): \(value.printedForError).
                        """,
                    path: path,
                    offset: field.name.offset
                )
            )
        }
        if type.isOneOf { checkOneOf(value, fields, type, path) }
    }

    /// GraphQL §3.10.1: exactly one field, not null.
    private mutating func checkOneOf(
        _ value: Value,
        _ fields: [ObjectField],
        _ type: InputObjectType,
        _ path: String
    ) {
        let known = fields.filter { type.field(named: $0.name.text) != nil }
        let message = """
            Within OneOf Input Object type "\(type.name)", exactly one field must be specified, \
            and the value for that field must be non-null.
            """
        guard known.count == 1 else { return report(message, value, path) }
        if case .null = known[0].value.kind { report(message, value, "\(path).\(known[0].name.text)") }
    }
}
