/// A lexical token (GraphQL §2.1.5): what it is and where its bytes are.
///
/// Its text is made only when someone asks.
struct Token: Sendable {
    enum Kind: UInt8, Sendable {
        case endOfFile
        case bang, dollar, ampersand, parenthesisLeft, parenthesisRight, spread, colon, equals, at
        case bracketLeft, bracketRight, braceLeft, pipe, braceRight
        /// In schema coordinates only.
        case dot
        case name, int, float, string, blockString
    }

    let kind: Kind
    /// Offset of the first byte.
    let start: Int
    /// Offset after the last byte.
    let end: Int
}

extension Token.Kind {
    /// The kind as graphql-js writes it in messages: punctuators quoted, others by name.
    var label: String {
        switch self {
        case .endOfFile: "<EOF>"
        case .bang: #""!""#
        case .dollar: #""$""#
        case .ampersand: #""&""#
        case .parenthesisLeft: #""(""#
        case .parenthesisRight: #"")""#
        case .spread: #""...""#
        case .colon: #"":""#
        case .equals: #""=""#
        case .at: #""@""#
        case .bracketLeft: #""[""#
        case .bracketRight: #""]""#
        case .braceLeft: #""{""#
        case .pipe: #""|""#
        case .braceRight: #""}""#
        case .dot: #"".""#
        case .name: "Name"
        case .int: "Int"
        case .float: "Float"
        case .string: "String"
        case .blockString: "BlockString"
        }
    }

    /// Whether messages show the token's text beside its kind.
    var hasText: Bool {
        switch self {
        case .name, .int, .float, .string, .blockString: true
        default: false
        }
    }
}
