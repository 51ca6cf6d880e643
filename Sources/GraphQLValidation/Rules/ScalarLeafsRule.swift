import GraphQLLanguage
import GraphQLSchema

/// Leaf fields have no selection, all others have one (GraphQL §5.3.3).
final class ScalarLeafsRule: DocumentRule {
    static let events: WalkEvents = .enterField
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterField(_ field: Field) {
        guard let type = context.types.field?.type,
            let named = context.schema.type(named: type.namedType)
        else { return }
        let name = field.name.text
        if named.isLeaf, let selectionSetOffset = field.selectionSetOffset {
            context.report(
                "Field \"\(name)\" must not have a selection since type \"\(type)\" has no subfields.",
                at: selectionSetOffset
            )
        } else if !named.isLeaf, field.selectionSetOffset == nil {
            context.report(
                "Field \"\(name)\" of type \"\(type)\" must have a selection of subfields."
                    + " Did you mean \"\(name) { ... }\"?",
                at: field.offset
            )
        }
    }
}
