import GraphQLLanguage
import GraphQLSchema

extension Composition {
    /// The type of a mutation's argument `input`, as a document writes it: `ClassifyLetterInput!`; nil where it has none.
    package func inputType(ofMutation name: String) -> String? {
        schema.rootType(for: .mutation)?.field(named: name)?.arguments.first { $0.name == "input" }.map { "\($0.type)" }
    }
}
