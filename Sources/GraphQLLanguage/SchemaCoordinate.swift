/// A name for one element of a schema (GraphQL §2.14).
package enum SchemaCoordinate: Hashable, Sendable {
    /// `Name`.
    case type(String)
    /// `Type.member`: a field, an input field or an enum value.
    case member(type: String, name: String)
    /// `Type.field(argument:)`.
    case argument(type: String, field: String, name: String)
    /// `@directive`.
    case directive(String)
    /// `@directive(argument:)`.
    case directiveArgument(directive: String, name: String)
}

extension SchemaCoordinate: CustomStringConvertible {
    package var description: String {
        switch self {
        case .type(let name): name
        case .member(let type, let name): "\(type).\(name)"
        case .argument(let type, let field, let name): "\(type).\(field)(\(name):)"
        case .directive(let name): "@\(name)"
        case .directiveArgument(let directive, let name): "@\(directive)(\(name):)"
        }
    }
}

extension SchemaCoordinate {
    /// Reads a coordinate that stands alone; nothing in it is ignored, not even white space.
    package init(parsing source: Source) throws(SyntaxError) {
        var reader = try SchemaCoordinateReader(source)
        self = try reader.coordinate()
        try reader.expect(.endOfFile)
    }
}

/// Reads the tokens of a schema coordinate, which has a lexical grammar of its own (GraphQL §2.14).
private struct SchemaCoordinateReader {
    private let lexer: Lexer
    /// The token that is looked at next.
    private var token = Token(kind: .endOfFile, start: 0, end: 0)

    init(_ source: Source) throws(SyntaxError) {
        lexer = try Lexer(source)
        try advance()
    }

    /// SchemaCoordinate.
    mutating func coordinate() throws(SyntaxError) -> SchemaCoordinate {
        if try take(.at) {
            let directive = try name()
            guard let argument = try argumentName() else { return .directive(directive) }
            return .directiveArgument(directive: directive, name: argument)
        }
        let type = try name()
        guard try take(.dot) else { return .type(type) }
        let member = try name()
        guard let argument = try argumentName() else { return .member(type: type, name: member) }
        return .argument(type: type, field: member, name: argument)
    }

    @discardableResult
    mutating func expect(_ kind: Token.Kind) throws(SyntaxError) -> Token {
        let found = token
        guard try take(kind) else {
            throw SyntaxError("Expected \(kind.label), found \(lexer.label(of: found)).", offset: found.start)
        }
        return found
    }

    /// `(name:)` if it is next.
    private mutating func argumentName() throws(SyntaxError) -> String? {
        guard try take(.parenthesisLeft) else { return nil }
        let argument = try name()
        try expect(.colon)
        try expect(.parenthesisRight)
        return argument
    }

    private mutating func name() throws(SyntaxError) -> String { lexer.text(of: try expect(.name)) }

    private mutating func take(_ kind: Token.Kind) throws(SyntaxError) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    private mutating func advance() throws(SyntaxError) { token = try lexer.coordinateToken(from: token.end) }
}

extension Lexer {
    /// SchemaCoordinateToken: a punctuator or a name, with nothing before it.
    fileprivate func coordinateToken(from start: Int) throws(SyntaxError) -> Token {
        guard start < bytes.count else { return Token(kind: .endOfFile, start: bytes.count, end: bytes.count) }
        switch bytes[start] {
        case 0x2E: return Token(kind: .dot, start: start, end: start + 1)
        case 0x28: return Token(kind: .parenthesisLeft, start: start, end: start + 1)
        case 0x29: return Token(kind: .parenthesisRight, start: start, end: start + 1)
        case 0x3A: return Token(kind: .colon, start: start, end: start + 1)
        case 0x40: return Token(kind: .at, start: start, end: start + 1)
        case let byte where isNameStart(byte): return nameToken(at: start)
        default: throw SyntaxError("Invalid character: \(codePointLabel(at: start)).", offset: start)
        }
    }
}
