import GraphQLLanguage

/// An object literal names each field once (GraphQL §5.6.3).
final class UniqueInputFieldNamesRule: DefinitionRule {
    private let context: DefinitionContext
    /// The fields seen in each object literal that the walk is inside of.
    private var open: [[String: Provenance?]] = []

    init(_ context: DefinitionContext) { self.context = context }

    func enterObject() { open.append([:]) }

    func leaveObject() { open.removeLast() }

    func enterObjectField(_ field: ObjectField) {
        let name = field.name.text
        let place = context.place(field.name.offset)
        if let first = open[open.count - 1][name] {
            context.report("There can be only one input field named \"\(name)\".", at: first, place, primary: 1)
        } else {
            open[open.count - 1][name] = place
        }
    }
}
