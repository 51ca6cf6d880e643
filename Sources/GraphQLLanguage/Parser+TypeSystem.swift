extension Parser {
    /// The definition that starts with this keyword (a description may precede it), nil if it is no type-system keyword.
    mutating func typeSystemDefinition(keyword: Token) throws(SyntaxError) -> Definition? {
        if lexer.isText(of: keyword, "schema") { return .schema(try schemaDefinition()) }
        if lexer.isText(of: keyword, "directive") { return .directive(try directiveDefinition()) }
        guard let kind = TypeKeyword(lexer, keyword) else { return nil }
        let start = token.start
        return .type(try typeDefinition(kind, description: try description(), isExtension: false, offset: start))
    }

    /// TypeSystemExtension: `extend` and a keyword, with at least one of the parts that may follow (GraphQL §3.4.3 ff.).
    mutating func typeSystemExtension() throws(SyntaxError) -> Definition {
        let start = token.start
        let keyword = try lexer.token(from: token.end)
        guard keyword.kind == .name else { throw unexpected(keyword) }
        if lexer.isText(of: keyword, "schema") { return .schema(try schemaExtension()) }
        if lexer.isText(of: keyword, "directive") { return .directiveExtension(try directiveExtension()) }
        guard let kind = TypeKeyword(lexer, keyword) else { throw unexpected(keyword) }
        try advance()
        let type = try typeDefinition(kind, description: nil, isExtension: true, offset: start)
        if type.directives.isEmpty, type.body.isEmpty { throw unexpected(token) }
        return .type(type)
    }

    /// SchemaDefinition (GraphQL §3.3): at least one root operation.
    private mutating func schemaDefinition() throws(SyntaxError) -> SchemaDefinition {
        let start = token.start
        let description = try description()
        try expectKeyword("schema")
        return SchemaDefinition(
            description: description,
            isExtension: false,
            directives: try directives(isConstant: true),
            operations: try many(.braceLeft, .braceRight) { parser throws(SyntaxError) in try parser.rootOperation() },
            offset: start
        )
    }

    /// SchemaExtension (GraphQL §3.3.2).
    private mutating func schemaExtension() throws(SyntaxError) -> SchemaDefinition {
        let start = token.start
        try advance()
        try expectKeyword("schema")
        let directives = try directives(isConstant: true)
        let operations = try optionalMany(.braceLeft, .braceRight) { parser throws(SyntaxError) in
            try parser.rootOperation()
        }
        if directives.isEmpty, operations.isEmpty { throw unexpected(token) }
        return SchemaDefinition(
            description: nil,
            isExtension: true,
            directives: directives,
            operations: operations,
            offset: start
        )
    }

    private mutating func rootOperation() throws(SyntaxError) -> SchemaDefinition.RootOperation {
        let start = token.start
        let kind = try operationType()
        try expect(.colon)
        return SchemaDefinition.RootOperation(kind: kind, type: try name(), offset: start)
    }

    /// A type definition or extension from its keyword on (GraphQL §3.5–§3.10).
    private mutating func typeDefinition(
        _ keyword: TypeKeyword,
        description: Description?,
        isExtension: Bool,
        offset: Int
    ) throws(SyntaxError) -> TypeSystemDefinition {
        try advance()
        let name = try name()
        let interfaces = keyword.allowsInterfaces ? try implementedInterfaces() : []
        let directives = try directives(isConstant: true)
        let body: TypeSystemDefinition.Body =
            switch keyword {
            case .scalar: .scalar
            case .object: .object(interfaces: interfaces, fields: try fieldDefinitions())
            case .interface: .interface(interfaces: interfaces, fields: try fieldDefinitions())
            case .union: .union(members: try unionMembers())
            case .enumeration: .enumeration(values: try enumValueDefinitions())
            case .input: .input(fields: try inputValueDefinitions(.braceLeft, .braceRight))
            }
        return TypeSystemDefinition(
            description: description,
            isExtension: isExtension,
            name: name,
            directives: directives,
            body: body,
            offset: offset
        )
    }

    /// ImplementsInterfaces (GraphQL §3.6).
    private mutating func implementedInterfaces() throws(SyntaxError) -> [Name] {
        guard try takeKeyword("implements") else { return [] }
        return try delimited(by: .ampersand) { parser throws(SyntaxError) in try parser.name() }
    }

    /// UnionMemberTypes (GraphQL §3.8).
    private mutating func unionMembers() throws(SyntaxError) -> [Name] {
        guard try take(.equals) else { return [] }
        return try delimited(by: .pipe) { parser throws(SyntaxError) in try parser.name() }
    }

    /// FieldsDefinition (GraphQL §3.6).
    private mutating func fieldDefinitions() throws(SyntaxError) -> [FieldDefinition] {
        try optionalMany(.braceLeft, .braceRight) { parser throws(SyntaxError) in
            let description = try parser.description()
            let name = try parser.name()
            let arguments = try parser.inputValueDefinitions(.parenthesisLeft, .parenthesisRight)
            try parser.expect(.colon)
            return FieldDefinition(
                description: description,
                name: name,
                arguments: arguments,
                type: try parser.typeReference(),
                directives: try parser.directives(isConstant: true)
            )
        }
    }

    /// ArgumentsDefinition and InputFieldsDefinition (GraphQL §3.6.1, §3.10).
    private mutating func inputValueDefinitions(
        _ open: Token.Kind,
        _ close: Token.Kind
    ) throws(SyntaxError) -> [InputValueDefinition] {
        try optionalMany(open, close) { parser throws(SyntaxError) in
            let description = try parser.description()
            let name = try parser.name()
            try parser.expect(.colon)
            return InputValueDefinition(
                description: description,
                name: name,
                type: try parser.typeReference(),
                defaultValue: try parser.take(.equals) ? try parser.value(isConstant: true) : nil,
                directives: try parser.directives(isConstant: true)
            )
        }
    }

    /// EnumValuesDefinition (GraphQL §3.9).
    private mutating func enumValueDefinitions() throws(SyntaxError) -> [EnumValueDefinition] {
        try optionalMany(.braceLeft, .braceRight) { parser throws(SyntaxError) in
            EnumValueDefinition(
                description: try parser.description(),
                name: try parser.enumValueName(),
                directives: try parser.directives(isConstant: true)
            )
        }
    }

    /// EnumValue: a name but not `true`, `false` or `null`.
    private mutating func enumValueName() throws(SyntaxError) -> Name {
        if isNextKeyword("true") || isNextKeyword("false") || isNextKeyword("null") {
            throw SyntaxError(
                "\(lexer.label(of: token)) is reserved and cannot be used for an enum value.",
                offset: token.start
            )
        }
        return try name()
    }

    /// DirectiveDefinition (GraphQL §3.13), which may itself have directives, as graphql-js 17 allows.
    private mutating func directiveDefinition() throws(SyntaxError) -> DirectiveDefinition {
        let start = token.start
        let description = try description()
        try expectKeyword("directive")
        try expect(.at)
        let name = try name()
        let arguments = try inputValueDefinitions(.parenthesisLeft, .parenthesisRight)
        let directives = try directives(isConstant: true)
        let isRepeatable = try takeKeyword("repeatable")
        try expectKeyword("on")
        return DirectiveDefinition(
            description: description,
            name: name,
            arguments: arguments,
            directives: directives,
            isRepeatable: isRepeatable,
            locations: try delimited(by: .pipe) { parser throws(SyntaxError) in try parser.directiveLocation() },
            offset: start
        )
    }

    /// DirectiveExtension: `extend directive`, a name and at least one directive (graphql-js 17).
    private mutating func directiveExtension() throws(SyntaxError) -> DirectiveExtension {
        let start = token.start
        try advance()
        try expectKeyword("directive")
        try expect(.at)
        let name = try name()
        let directives = try directives(isConstant: true)
        if directives.isEmpty { throw unexpected(token) }
        return DirectiveExtension(name: name, directives: directives, offset: start)
    }

    private mutating func directiveLocation() throws(SyntaxError) -> Name {
        let token = token
        let name = try name()
        guard DirectiveLocation(rawValue: name.text) != nil else { throw unexpected(token) }
        return name
    }
}

/// The keyword of a type definition.
private enum TypeKeyword {
    case scalar, object, interface, union, enumeration, input

    init?(_ lexer: Lexer, _ token: Token) {
        if lexer.isText(of: token, "type") {
            self = .object
        } else if lexer.isText(of: token, "input") {
            self = .input
        } else if lexer.isText(of: token, "enum") {
            self = .enumeration
        } else if lexer.isText(of: token, "scalar") {
            self = .scalar
        } else if lexer.isText(of: token, "interface") {
            self = .interface
        } else if lexer.isText(of: token, "union") {
            self = .union
        } else {
            return nil
        }
    }

    var allowsInterfaces: Bool { self == .object || self == .interface }
}

extension TypeSystemDefinition.Body {
    /// Whether nothing is written after the name and directives.
    fileprivate var isEmpty: Bool {
        switch self {
        case .scalar: true
        case .object(let interfaces, let fields), .interface(let interfaces, let fields):
            interfaces.isEmpty && fields.isEmpty
        case .union(let members): members.isEmpty
        case .enumeration(let values): values.isEmpty
        case .input(let fields): fields.isEmpty
        }
    }
}
