import GraphQLLanguage

/// Errors of an introspection in which some field or object is refused, and where it stands meanwhile.
///
/// Made for such an introspection alone: any other cannot fail, and keeps no path.
final class IntrospectionFaults {
    private(set) var errors: [GraphQLError] = []
    private var path: [GraphQLError.PathSegment]
    /// A null is looking for a nullable field (GraphQL §6.4.4); what is written meanwhile goes.
    var isPropagating = false

    /// `path` leads to the introspection field.
    init(path: [GraphQLError.PathSegment]) { self.path = path }

    func enter(_ segment: GraphQLError.PathSegment) { path.append(segment) }

    func leave() { path.removeLast() }

    /// Records an error where it stands; its null has to propagate from there.
    func fail(_ error: GraphQLError) {
        var error = error
        error.path = path
        errors.append(error)
        isPropagating = true
    }
}

extension CollectedField {
    /// Whether a field or an object below this one is refused.
    var hasRefusalWithin: Bool {
        selections.contains { selection in
            selection.refusal != nil || selection.fields.contains { $0.refusal != nil || $0.hasRefusalWithin }
        }
    }
}
