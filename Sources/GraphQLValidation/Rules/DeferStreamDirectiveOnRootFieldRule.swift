import GraphQLLanguage
import GraphQLSchema

/// `@defer` and `@stream` stand nowhere on the root of a mutation or subscription (incremental delivery).
enum DeferStreamDirectiveOnRootFieldRule: DocumentRule {
    static let events: WalkEvents = .enterOperation

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard operation.kind != .query, let root = context.schema.rootType(for: operation.kind) else { return }
        let place = "\(operation.kind.rawValue) type \"\(root.name)\"."
        var visited: Set<String> = []
        var isValid = true
        var pending = [operation.selections[...]]
        while var selections = pending.popLast() {
            guard let selection = selections.popFirst() else { continue }
            pending.append(selections)
            switch selection {
            case .field(let field):
                guard let stream = field.directives.first("stream") else { continue }
                isValid = false
                context.report("Stream directive cannot be used on root \(place)", at: stream.offset)
            case .inlineFragment(let fragment):
                if let directive = fragment.directives.first("defer") {
                    isValid = false
                    context.report("Defer directive cannot be used on root \(place)", at: directive.offset)
                }
                pending.append(fragment.selections[...])
            case .fragmentSpread(let spread):
                guard visited.insert(spread.name.text).inserted,
                    let fragment = context.fragments.fragment(named: spread.name.text)
                else { continue }
                if let directive = spread.directives.first("defer") {
                    isValid = false
                    context.report("Defer directive cannot be used on root \(place)", at: directive.offset)
                }
                if !context.memory.rootFragments.contains(spread.name.text) {
                    pending.append(fragment.selections[...])
                }
            }
        }
        // Fragments without a fault need not be looked at for another operation.
        if isValid { context.memory.rootFragments.formUnion(visited) }
    }
}

extension [Directive] {
    /// The first directive of this name.
    func first(_ name: String) -> Directive? { first { $0.name.text == name } }
}
