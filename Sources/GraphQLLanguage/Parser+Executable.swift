extension Parser {
    /// Definition, with or without a description.
    mutating func definition() throws(SyntaxError) -> Definition {
        if isNext(.braceLeft) { return .operation(try operation()) }

        let keyword = isNextDescription ? try lexer.token(from: token.end) : token
        if isNextDescription, keyword.kind == .braceLeft {
            throw SyntaxError(
                "Unexpected description, descriptions are not supported on shorthand queries.",
                offset: token.start
            )
        }
        guard keyword.kind == .name else { throw unexpected(keyword) }
        if operationKind(of: keyword) != nil { return .operation(try operation()) }
        if lexer.isText(of: keyword, "fragment") { return .fragment(try fragment()) }
        if let definition = try typeSystemDefinition(keyword: keyword) { return definition }

        if isNextDescription {
            throw SyntaxError(
                "Unexpected description, only GraphQL definitions support descriptions.",
                offset: token.start
            )
        }
        guard lexer.isText(of: keyword, "extend") else { throw unexpected(keyword) }
        return try typeSystemExtension()
    }

    /// OperationDefinition (GraphQL §2.4).
    private mutating func operation() throws(SyntaxError) -> OperationDefinition {
        let start = token.start
        if isNext(.braceLeft) {
            return OperationDefinition(
                description: nil,
                kind: .query,
                name: nil,
                variables: [],
                directives: [],
                selections: try selectionSet(),
                selectionSetOffset: start,
                offset: start
            )
        }
        let description = try description()
        let kind = try operationType()
        let name = isNext(.name) ? try name() : nil
        // Defaults are values, and a list of variables may hold some.
        let outer = valueDepth
        let variables = try optionalMany(.parenthesisLeft, .parenthesisRight) { parser throws(SyntaxError) in
            try parser.variableDefinition()
        }
        valueDepth = outer
        let directives = try directives(isConstant: false)
        let selectionSetOffset = token.start
        return OperationDefinition(
            description: description,
            kind: kind,
            name: name,
            variables: variables,
            directives: directives,
            selections: try selectionSet(),
            selectionSetOffset: selectionSetOffset,
            offset: start
        )
    }

    /// OperationType.
    mutating func operationType() throws(SyntaxError) -> OperationKind {
        let token = try expect(.name)
        guard let kind = operationKind(of: token) else { throw unexpected(token) }
        return kind
    }

    private func operationKind(of token: Token) -> OperationKind? {
        if lexer.isText(of: token, "query") { return .query }
        if lexer.isText(of: token, "mutation") { return .mutation }
        return lexer.isText(of: token, "subscription") ? .subscription : nil
    }

    /// VariableDefinition (GraphQL §2.11).
    private mutating func variableDefinition() throws(SyntaxError) -> VariableDefinition {
        let start = token.start
        let description = try description()
        try expect(.dollar)
        let name = try name()
        try expect(.colon)
        let type = try typeReference()
        let hasDefault = try take(.equals)
        if hasDefault { valueDepth += 1 }
        return VariableDefinition(
            description: description,
            name: name,
            type: type,
            defaultValue: hasDefault ? try value(isConstant: true) : nil,
            directives: try directives(isConstant: true),
            offset: start
        )
    }

    /// SelectionSet (GraphQL §2.5), which may also be empty, as graphql-js 17 allows.
    private mutating func selectionSet() throws(SyntaxError) -> [Selection] {
        try nested { parser throws(SyntaxError) in
            try parser.any(.braceLeft, .braceRight) { parser throws(SyntaxError) in try parser.selection() }
        }
    }

    private mutating func selection() throws(SyntaxError) -> Selection {
        isNext(.spread) ? try fragmentSelection() : .field(try field())
    }

    /// Field (GraphQL §2.6).
    private mutating func field() throws(SyntaxError) -> Field {
        let nameOrAlias = try name()
        let hasAlias = try take(.colon)
        let name = hasAlias ? try name() : nameOrAlias
        let arguments = try arguments(isConstant: false)
        let directives = try directives(isConstant: false)
        let selectionSetOffset = isNext(.braceLeft) ? token.start : nil
        return Field(
            alias: hasAlias ? nameOrAlias : nil,
            name: name,
            arguments: arguments,
            directives: directives,
            selections: selectionSetOffset == nil ? [] : try selectionSet(),
            selectionSetOffset: selectionSetOffset,
            offset: nameOrAlias.offset
        )
    }

    /// FragmentSpread and InlineFragment (GraphQL §2.9).
    private mutating func fragmentSelection() throws(SyntaxError) -> Selection {
        let start = try expect(.spread).start
        let hasTypeCondition = try takeKeyword("on")
        if !hasTypeCondition, isNext(.name) {
            return .fragmentSpread(
                FragmentSpread(name: try fragmentName(), directives: try directives(isConstant: false), offset: start)
            )
        }
        return .inlineFragment(
            InlineFragment(
                typeCondition: hasTypeCondition ? try name() : nil,
                directives: try directives(isConstant: false),
                selections: try selectionSet(),
                offset: start
            )
        )
    }

    /// FragmentDefinition (GraphQL §2.9).
    private mutating func fragment() throws(SyntaxError) -> FragmentDefinition {
        let start = token.start
        let description = try description()
        try expectKeyword("fragment")
        let name = try fragmentName()
        try expectKeyword("on")
        return FragmentDefinition(
            description: description,
            name: name,
            typeCondition: try self.name(),
            directives: try directives(isConstant: false),
            selections: try selectionSet(),
            offset: start
        )
    }

    /// FragmentName: a name but not `on`.
    private mutating func fragmentName() throws(SyntaxError) -> Name {
        if isNextKeyword("on") { throw unexpected(token) }
        return try name()
    }
}
