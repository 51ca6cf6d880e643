import FragmentExpansion
import GraphQLLanguage

/// The definition of a rule's directive.
struct InputRuleDirective {
    let name: String
    /// As SDL writes them, without the brackets.
    let arguments: String
    let documentation: String
    let isRepeatable: Bool

    init(_ name: String, _ arguments: String, isRepeatable: Bool = false, _ documentation: String) {
        self.name = name
        self.arguments = arguments
        self.documentation = documentation
        self.isRepeatable = isRepeatable
    }

    /// Words of its own for a rule's faults, which every rule takes.
    static let words = "code: String, message: String"

    var sdl: String {
        let all = [arguments, Self.words].filter { !$0.isEmpty }.joined(separator: ", ")
        return """
            \"""
            \(documentation)
            \"""
            directive @\(name)(\(all))\(isRepeatable ? " repeatable" : "") on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
            """
    }
}

extension InputRules {
    /// The SDL of all directives that inputs are declared with: known while composing, left out of the published schema.
    static let sdl =
        (all.map { $0.directive.sdl } + [
            """
            \"""
            The input changes a row as it was read: it has the row's id (`letterId` of `Letter`) and its `version` first,
            and an `idempotencyKey` last.
            \"""
            directive @\(InputExpansion.change)(of: String!) on INPUT_OBJECT

            \"""
            The input makes something: it has an `idempotencyKey` last, under which a request is answered once.
            \"""
            directive @\(InputExpansion.creation) on INPUT_OBJECT
            """,
            FormatRule.formatsSDL,
        ]).joined(separator: "\n\n")
}

extension Directive {
    func text(_ name: String) -> String? { argument(name)?.stringText }

    func texts(_ name: String) -> [String]? { argument(name)?.items.compactMap(\.stringText) }

    func number(_ name: String) -> Int? {
        if case .int(let digits)? = argument(name)?.kind { Int(digits) } else { nil }
    }

    func flag(_ name: String) -> Bool {
        if case .boolean(let flag)? = argument(name)?.kind { flag } else { false }
    }
}
