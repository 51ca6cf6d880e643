extension Parser {
    /// Value (GraphQL §2.10); a constant one holds no variables.
    mutating func value(isConstant: Bool) throws(SyntaxError) -> Value {
        let start = token
        switch start.kind {
        case .bracketLeft: return try list(isConstant: isConstant)
        case .braceLeft: return try object(isConstant: isConstant)
        case .int: return try literal(.int(lexer.text(of: start)))
        case .float: return try literal(.float(lexer.text(of: start)))
        case .string: return try literal(.string(lexer.text(of: start), isBlock: false))
        case .blockString: return try literal(.string(lexer.text(of: start), isBlock: true))
        case .name: return try literal(namedValue(start))
        case .dollar: return try variable(isConstant: isConstant)
        default: throw unexpected(start)
        }
    }

    /// A value that is one token.
    private mutating func literal(_ kind: Value.Kind) throws(SyntaxError) -> Value {
        let start = token.start
        try advance()
        return Value(kind, offset: start)
    }

    private func namedValue(_ token: Token) -> Value.Kind {
        if lexer.isText(of: token, "true") { return .boolean(true) }
        if lexer.isText(of: token, "false") { return .boolean(false) }
        return lexer.isText(of: token, "null") ? .null : .enumeration(lexer.text(of: token))
    }

    private mutating func variable(isConstant: Bool) throws(SyntaxError) -> Value {
        let dollar = try expect(.dollar)
        if isConstant {
            guard isNext(.name) else { throw unexpected(dollar) }
            let name = lexer.hidesValues ? "" : " \"$\(lexer.text(of: token))\""
            throw SyntaxError("Unexpected variable\(name) in constant value.", offset: dollar.start)
        }
        return Value(.variable(try name().text), offset: dollar.start)
    }

    private mutating func list(isConstant: Bool) throws(SyntaxError) -> Value {
        let start = token.start
        let items = try nested { parser throws(SyntaxError) in
            try parser.any(.bracketLeft, .bracketRight) { parser throws(SyntaxError) in
                try parser.value(isConstant: isConstant)
            }
        }
        return Value(.list(items), offset: start)
    }

    private mutating func object(isConstant: Bool) throws(SyntaxError) -> Value {
        let start = token.start
        let fields = try nested { parser throws(SyntaxError) in
            try parser.any(.braceLeft, .braceRight) { parser throws(SyntaxError) in
                let name = try parser.name()
                try parser.expect(.colon)
                return ObjectField(name: name, value: try parser.value(isConstant: isConstant))
            }
        }
        return Value(.object(fields), offset: start)
    }

    /// Arguments (GraphQL §2.7).
    mutating func arguments(isConstant: Bool) throws(SyntaxError) -> [Argument] {
        guard isNext(.parenthesisLeft) else { return [] }
        // What is behind an error is not read, so that the depth is right as long as it is asked for.
        valueDepth += 1
        let arguments = try optionalMany(.parenthesisLeft, .parenthesisRight) { parser throws(SyntaxError) in
            let name = try parser.name()
            try parser.expect(.colon)
            return Argument(name: name, value: try parser.value(isConstant: isConstant))
        }
        valueDepth -= 1
        return arguments
    }

    /// Directives (GraphQL §2.13).
    mutating func directives(isConstant: Bool) throws(SyntaxError) -> [Directive] {
        var directives: [Directive] = []
        while isNext(.at) {
            let start = try expect(.at).start
            let name = try name()
            directives.append(
                Directive(name: name, arguments: try arguments(isConstant: isConstant), offset: start)
            )
        }
        return directives
    }

    /// Type (GraphQL §2.12).
    mutating func typeReference() throws(SyntaxError) -> TypeReference {
        let type: TypeReference
        if isNext(.bracketLeft) {
            let start = token.start
            try advance()
            let item = try nested { parser throws(SyntaxError) in try parser.typeReference() }
            try expect(.bracketRight)
            type = .list(item, offset: start)
        } else {
            type = .named(try name())
        }
        return try take(.bang) ? .nonNull(type) : type
    }
}
