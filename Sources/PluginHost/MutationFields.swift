import GraphQLLanguage
import PluginKit

/// The fields that a fragment adds to `Mutation`.
enum MutationFields {
    static func names(in fragment: PluginKit.SchemaFragment) -> [String] {
        guard let document = try? Document(parsing: Source(fragment.text, name: fragment.file), limits: .anyLength)
        else { return [] }
        return document.definitions.flatMap { definition -> [String] in
            guard case .type(let type) = definition, type.name.text == "Mutation",
                case .object(_, let fields) = type.body
            else {
                return []
            }
            return fields.map(\.name.text)
        }
    }
}
