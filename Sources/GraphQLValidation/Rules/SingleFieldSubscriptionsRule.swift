import GraphQLLanguage
import GraphQLSchema

/// A subscription selects exactly one field, no introspection field, under no condition (GraphQL §5.2.4.1).
final class SingleFieldSubscriptionsRule: DocumentRule {
    static let events: WalkEvents = .enterOperation
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterOperation(_ operation: OperationDefinition) {
        guard operation.kind == .subscription, let root = context.schema.rootType(for: .subscription) else { return }
        var collection = Collection()
        collect(operation.selections, on: root, into: &collection)
        let subject = operation.name.map { "Subscription \"\($0.text)\"" } ?? "Anonymous Subscription"
        guard collection.conditions.isEmpty else {
            context.report(
                "\(subject) must not use `@skip` or `@include` directives in the top level selection.",
                at: collection.conditions
            )
            return
        }
        if collection.groups.count > 1 {
            context.report(
                "\(subject) must select only one top level field.",
                at: collection.groups.dropFirst().flatMap(\.offsets)
            )
        }
        for group in collection.groups where group.fieldName.utf8.starts(with: "__".utf8) {
            context.report("\(subject) must not select an introspection top level field.", at: group.offsets)
        }
    }

    /// CollectSubscriptionFields: the root's fields by response key, through fragments that apply to the root type.
    private func collect(_ selections: [Selection], on root: ObjectType, into collection: inout Collection) {
        for selection in selections {
            switch selection {
            case .field(let field):
                collection.noteConditions(field.directives)
                collection.add(field)
            case .inlineFragment(let fragment):
                collection.noteConditions(fragment.directives)
                guard applies(fragment.typeCondition?.text, to: root) else { continue }
                collect(fragment.selections, on: root, into: &collection)
            case .fragmentSpread(let spread):
                collection.noteConditions(spread.directives)
                guard collection.visited.insert(spread.name.text).inserted,
                    let fragment = context.fragments.fragment(named: spread.name.text),
                    applies(fragment.typeCondition.text, to: root)
                else { continue }
                collect(fragment.selections, on: root, into: &collection)
            }
        }
    }

    private func applies(_ typeCondition: String?, to root: ObjectType) -> Bool {
        guard let typeCondition, typeCondition != root.name else { return true }
        return context.schema.possibleTypes(of: typeCondition).contains { $0.name == root.name }
    }
}

private struct Collection {
    struct Group {
        let responseKey: String
        let fieldName: String
        var offsets: [Int]
    }

    var groups: [Group] = []
    var conditions: [Int] = []
    var visited: Set<String> = []
    private var positions: [String: Int] = [:]

    mutating func add(_ field: Field) {
        if let position = positions[field.responseKey] {
            groups[position].offsets.append(field.offset)
        } else {
            positions[field.responseKey] = groups.count
            groups.append(Group(responseKey: field.responseKey, fieldName: field.name.text, offsets: [field.offset]))
        }
    }

    mutating func noteConditions(_ directives: [Directive]) {
        for directive in directives where directive.name.text == "skip" || directive.name.text == "include" {
            conditions.append(directive.offset)
        }
    }
}
