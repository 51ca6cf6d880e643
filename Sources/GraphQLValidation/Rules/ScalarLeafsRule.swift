import GraphQLLanguage
import GraphQLSchema

/// Leaf fields have no selection, all others have one (GraphQL §5.3.3).
enum ScalarLeafsRule: DocumentRule {
    static let events: WalkEvents = .enterField

    static func enterField(_ field: Field, _ context: ValidationContext) {
        guard let named = context.types.type, let type = context.types.field?.type else { return }
        let name = field.name.text
        if named.isLeaf, let selectionSetOffset = field.selectionSetOffset {
            context.report(
                "Field \"\(name)\" must not have a selection since type \"\(type)\" has no subfields.",
                at: selectionSetOffset
            )
        } else if !named.isLeaf, field.selectionSetOffset == nil {
            let hint = context.options.hidesSelectionHints ? "" : " Did you mean \"\(name) { ... }\"?"
            context.report(
                "Field \"\(name)\" of type \"\(type)\" must have a selection of subfields.\(hint)",
                at: field.offset
            )
        }
    }
}
