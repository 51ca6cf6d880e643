import GraphQLLanguage
import GraphQLSchema

/// A subscription selects exactly one field, no introspection field, under no condition (GraphQL §5.2.4.1).
enum SingleFieldSubscriptionsRule: DocumentRule {
    static let events: WalkEvents = .enterOperation

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard operation.kind == .subscription, let root = context.schema.rootType(for: .subscription) else { return }
        guard let roots = SubscriptionRoots(of: operation, on: root, context) else { return context.abort() }
        let subject = operation.name.map { "Subscription \"\($0.text)\"" } ?? "Anonymous Subscription"
        guard roots.conditions.isEmpty else {
            context.report(
                "\(subject) must not use `@skip` or `@include` directives in the top level selection.",
                at: roots.conditions
            )
            return
        }
        if roots.groups.isEmpty {
            context.report("\(subject) must select one top level field.", at: operation.selectionSetOffset)
        } else if roots.groups.count > 1 {
            context.report(
                "\(subject) must select only one top level field.",
                at: roots.groups.dropFirst().flatMap(\.offsets)
            )
        }
        for group in roots.groups where group.fieldName.utf8.starts(with: "__".utf8) {
            context.report("\(subject) must not select an introspection top level field.", at: group.offsets)
        }
    }
}

/// CollectSubscriptionFields: the root's fields by response key, through fragments that apply to the root type.
///
/// A selection with a condition is noted and not followed.
private struct SubscriptionRoots {
    struct Group {
        let fieldName: String
        var offsets: [Int]
    }

    /// A fragment as it was spread: plainly, or by the `@defer` at this offset.
    private struct Visit: Hashable {
        let name: String
        let deferred: Int?
    }

    private struct Step {
        var selections: ArraySlice<Selection>
        let deferred: Int?
    }

    private(set) var groups: [Group] = []
    private(set) var conditions: [Int] = []
    private var positions: [String: Int] = [:]
    private var visited: Set<Visit> = []
    private var path: [Step] = []
    private let root: ObjectType
    private let context: ValidationContext

    /// Nil when the fragments cost too much.
    init?(of operation: OperationDefinition, on root: ObjectType, _ context: ValidationContext) {
        self.root = root
        self.context = context
        guard enter(operation.selections, deferred: nil) else { return nil }
        while !path.isEmpty {
            let deferred = path[path.count - 1].deferred
            guard let selection = path[path.count - 1].selections.popFirst() else {
                path.removeLast()
                continue
            }
            switch selection {
            case .field(let field): if !hasCondition(field.directives) { add(field) }
            case .inlineFragment(let fragment):
                guard !hasCondition(fragment.directives), applies(fragment.typeCondition?.text) else { continue }
                let inner = fragment.directives.deferred ?? deferred
                guard enter(fragment.selections, deferred: inner) else { return nil }
            case .fragmentSpread(let spread):
                guard !hasCondition(spread.directives),
                    let fragment = context.fragments.fragment(named: spread.name.text),
                    applies(fragment.typeCondition.text)
                else { continue }
                let inner = spread.directives.deferred ?? deferred
                guard !visited.contains(Visit(name: spread.name.text, deferred: nil)),
                    visited.insert(Visit(name: spread.name.text, deferred: inner)).inserted
                else { continue }
                guard enter(fragment.selections, deferred: inner) else { return nil }
            }
        }
    }

    private mutating func enter(_ selections: [Selection], deferred: Int?) -> Bool {
        path.append(Step(selections: selections[...], deferred: deferred))
        return context.references.spend(selections.count)
    }

    /// Notes `@skip`, or else `@include`.
    private mutating func hasCondition(_ directives: [Directive]) -> Bool {
        guard let condition = directives.first("skip") ?? directives.first("include") else { return false }
        conditions.append(condition.offset)
        return true
    }

    private mutating func add(_ field: Field) {
        if let position = positions[field.responseKey] {
            groups[position].offsets.append(field.offset)
        } else {
            positions[field.responseKey] = groups.count
            groups.append(Group(fieldName: field.name.text, offsets: [field.offset]))
        }
    }

    private func applies(_ typeCondition: String?) -> Bool {
        guard let typeCondition, typeCondition != root.name else { return true }
        return context.schema.isSubtype(named: root.name, of: typeCondition)
    }
}

extension [Directive] {
    /// The offset of `@defer` where it is not turned off.
    fileprivate var deferred: Int? {
        guard let directive = first("defer") else { return nil }
        if case .boolean(false) = directive.argument("if")?.kind { return nil }
        return directive.offset
    }
}
