import GraphQLLanguage
import PluginKit

/// The fields that a fragment defines, `Letter.dossier`.
enum FragmentFields {
    static func coordinates(in fragment: PluginKit.SchemaFragment) -> [String] {
        guard let document = try? Document(parsing: Source(fragment.text, name: fragment.file), limits: .anyLength)
        else { return [] }
        return document.definitions.flatMap { definition -> [String] in
            guard case .type(let type) = definition, case .object(_, let fields) = type.body else { return [] }
            return fields.map { "\(type.name.text).\($0.name.text)" }
        }
    }
}
