import GraphQLLanguage
import GraphQLSchema

/// The schema has a root type for each kind of operation (GraphQL §5.2.1.1).
final class KnownOperationTypesRule: DocumentRule {
    static let events: WalkEvents = .enterOperation
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterOperation(_ operation: OperationDefinition) {
        guard context.schema.rootType(for: operation.kind) == nil else { return }
        context.report(
            "The \(operation.kind.rawValue) operation is not supported by the schema.",
            at: operation.offset
        )
    }
}
