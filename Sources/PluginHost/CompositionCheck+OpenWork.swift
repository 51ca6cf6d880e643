import FragmentExpansion
import GraphQLSchema
import PluginKit

extension CompositionCheck {
    /// Open work is of a type with a table, each once; its mutation changes a row of it, and takes who it goes to and why.
    mutating func openWork() {
        var places: [String: Provenance] = [:]
        for plugin in plugins {
            for work in plugin.openWork {
                let place = Provenance(plugin: plugin.name, file: work.file, line: work.line)
                if let other = places.updateValue(place, forKey: work.type) {
                    report("There are two declarations of open work of \"\(work.type)\".", [place, other])
                }
                guard let input = input(of: work.mutation),
                    InputExpansion.changedType(in: input.directives) == work.type
                else {
                    report(
                        "Open work of \"\(work.type)\": \"\(work.mutation)\" is no mutation with an input of @change(of: \"\(work.type)\").",
                        [place]
                    )
                    continue
                }
                for member in [work.person, work.reason].compactMap(\.self) where input.field(named: member) == nil {
                    report("Open work of \"\(work.type)\": \(input.name) has no member \"\(member)\".", [place])
                }
            }
        }
    }

    private func input(of mutation: String) -> InputObjectType? {
        guard let field = schema.rootType(for: .mutation)?.fields.first(where: { $0.name == mutation }),
            let argument = field.arguments.first,
            case .input(let input) = schema.type(named: argument.type.namedType)
        else { return nil }
        return input
    }

    private mutating func report(_ message: String, _ places: [Provenance]) {
        add(SchemaDiagnostic(message, provenance: places))
    }
}
