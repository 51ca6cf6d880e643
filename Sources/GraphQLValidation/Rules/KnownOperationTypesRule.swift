import GraphQLLanguage

/// The schema has a root type for each kind of operation (GraphQL §5.2.1.1).
enum KnownOperationTypesRule: DocumentRule {
    static let events: WalkEvents = .enterOperation

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard context.types.type == nil else { return }
        context.report(
            "The \(operation.kind.rawValue) operation is not supported by the schema.",
            at: operation.offset
        )
    }
}
