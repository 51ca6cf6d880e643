/// Recursive descent over the tokens of one source; one method per production of the grammar (GraphQL, appendix C).
struct Parser {
    let lexer: Lexer
    let limits: ParserLimits
    /// The token that is looked at next.
    var token: Token
    private var tokenCount = 0
    private var depth = 0
    /// How many places that hold values the parser is in.
    var valueDepth = 0

    init(_ source: Source, limits: ParserLimits, hidesValues: Bool = false) throws(SyntaxError) {
        guard source.bytes.count <= limits.maxBytes else {
            throw SyntaxError(
                "Source contains more than \(limits.maxBytes) bytes. Parsing aborted.",
                offset: limits.maxBytes
            )
        }
        lexer = try Lexer(source, hidesValues: hidesValues)
        self.limits = limits
        token = Token(kind: .endOfFile, start: 0, end: 0)
        try advance()
    }
}

extension Document {
    /// Reads an executable or type-system document, or one with both (GraphQL §2.3).
    ///
    /// With `hidesValues` no error repeats what may be a value: for documents that may hold personal data.
    package init(
        parsing source: Source,
        limits: ParserLimits = ParserLimits(),
        hidesValues: Bool = false
    ) throws(SyntaxError) {
        var parser = try Parser(source, limits: limits, hidesValues: hidesValues)
        var definitions: [Definition] = []
        repeat { definitions.append(try parser.definition()) } while !parser.isNext(.endOfFile)
        self.init(source: source, definitions: definitions)
    }
}

extension Value {
    /// Reads a value literal that stands alone, variables allowed.
    package init(parsing source: Source, limits: ParserLimits = ParserLimits()) throws(SyntaxError) {
        var parser = try Parser(source, limits: limits)
        self = try parser.value(isConstant: false)
        try parser.expect(.endOfFile)
    }
}

extension TypeReference {
    /// Reads a type reference that stands alone: `[Letter!]!`.
    package init(parsing source: Source, limits: ParserLimits = ParserLimits()) throws(SyntaxError) {
        var parser = try Parser(source, limits: limits)
        self = try parser.typeReference()
        try parser.expect(.endOfFile)
    }
}

// MARK: - Moving over tokens

extension Parser {
    mutating func advance() throws(SyntaxError) {
        token = try lexer.token(from: token.end)
        guard token.kind != .endOfFile else { return }
        tokenCount += 1
        if tokenCount > limits.maxTokens {
            throw SyntaxError(
                "Document contains more than \(limits.maxTokens) tokens. Parsing aborted.",
                offset: token.start
            )
        }
    }

    func isNext(_ kind: Token.Kind) -> Bool { token.kind == kind }

    func isNextKeyword(_ word: StaticString) -> Bool { isNext(.name) && lexer.isText(of: token, word) }

    /// Takes a token of this kind, and answers it.
    @discardableResult
    mutating func expect(_ kind: Token.Kind) throws(SyntaxError) -> Token {
        guard isNext(kind) else {
            throw SyntaxError("Expected \(kind.label), found \(label(of: token)).", offset: token.start)
        }
        let expected = token
        // Nothing is behind the end.
        if kind != .endOfFile { try advance() }
        return expected
    }

    /// Takes a token of this kind if it is next.
    mutating func take(_ kind: Token.Kind) throws(SyntaxError) -> Bool {
        guard isNext(kind) else { return false }
        try advance()
        return true
    }

    mutating func expectKeyword(_ word: StaticString) throws(SyntaxError) {
        guard try takeKeyword(word) else {
            throw SyntaxError("Expected \"\(word)\", found \(label(of: token)).", offset: token.start)
        }
    }

    mutating func takeKeyword(_ word: StaticString) throws(SyntaxError) -> Bool {
        guard isNextKeyword(word) else { return false }
        try advance()
        return true
    }

    /// The token as messages show it; without its text where that may be a value.
    private func label(of token: Token) -> String {
        lexer.hidesValues && valueDepth > 0 && token.kind.hasText ? token.kind.label : lexer.label(of: token)
    }

    func unexpected(_ token: Token) -> SyntaxError {
        SyntaxError("Unexpected \(label(of: token)).", offset: token.start)
    }
}

// MARK: - Repetition and nesting

extension Parser {
    /// Room for the first nodes of a list, as much as one small block of memory holds.
    private static func makeRoom<Node>(in nodes: inout [Node]) {
        nodes.reserveCapacity(88 / MemoryLayout<Node>.stride)
    }

    typealias Item<Node> = (inout Parser) throws(SyntaxError) -> Node

    /// One or more items in brackets.
    mutating func many<Node>(
        _ open: Token.Kind,
        _ close: Token.Kind,
        _ item: Item<Node>
    ) throws(SyntaxError) -> [Node] {
        try expect(open)
        var nodes: [Node] = []
        Self.makeRoom(in: &nodes)
        repeat { nodes.append(try item(&self)) } while try !take(close)
        return nodes
    }

    /// One or more items in brackets, or no brackets.
    mutating func optionalMany<Node>(
        _ open: Token.Kind,
        _ close: Token.Kind,
        _ item: Item<Node>
    ) throws(SyntaxError) -> [Node] {
        isNext(open) ? try many(open, close, item) : []
    }

    /// Any number of items in brackets.
    mutating func any<Node>(
        _ open: Token.Kind,
        _ close: Token.Kind,
        _ item: Item<Node>
    ) throws(SyntaxError) -> [Node] {
        try expect(open)
        var nodes: [Node] = []
        Self.makeRoom(in: &nodes)
        while try !take(close) { nodes.append(try item(&self)) }
        return nodes
    }

    /// One or more items between delimiters, one of which may also lead.
    mutating func delimited<Node>(by delimiter: Token.Kind, _ item: Item<Node>) throws(SyntaxError) -> [Node] {
        _ = try take(delimiter)
        var nodes: [Node] = []
        Self.makeRoom(in: &nodes)
        repeat { nodes.append(try item(&self)) } while try take(delimiter)
        return nodes
    }

    /// Reads what nests one level deeper.
    ///
    /// The stack grows only as far as the limit allows.
    mutating func nested<Node>(_ item: Item<Node>) throws(SyntaxError) -> Node {
        guard depth < limits.maxDepth else {
            throw SyntaxError("Document is nested too deeply. Parsing aborted.", offset: token.start)
        }
        depth += 1
        let node = try item(&self)
        depth -= 1
        return node
    }
}

// MARK: - Names and descriptions

extension Parser {
    mutating func name() throws(SyntaxError) -> Name {
        let token = try expect(.name)
        return Name(lexer.text(of: token), offset: token.start)
    }

    var isNextDescription: Bool { isNext(.string) || isNext(.blockString) }

    mutating func description() throws(SyntaxError) -> Description? {
        guard isNextDescription else { return nil }
        let description = Description(lexer.text(of: token), isBlock: isNext(.blockString), offset: token.start)
        try advance()
        return description
    }
}
