import GraphQLLanguage

/// Turns definitions into elements of a schema, extensions merged in.
///
/// Of what is defined twice the first counts; the rules for SDL documents report it.
struct Assembly {
    private let extensions: [String: [Sourced<TypeSystemDefinition>]]
    private let directiveExtensions: [String: [Sourced<DirectiveExtension>]]

    init(_ definitions: Definitions = Definitions()) {
        extensions = Dictionary(grouping: definitions.types.lazy.filter(\.node.isExtension)) { $0.node.name.text }
        directiveExtensions = Dictionary(grouping: definitions.directiveExtensions) { $0.node.name.text }
    }

    /// The types that definitions of these roles define, in definition order.
    func types(in definitions: Definitions, of roles: Set<Origin.Role>) -> [TypeDefinition] {
        var seen: Set<String> = []
        return definitions.types
            .filter {
                !$0.node.isExtension && roles.contains($0.origin.role) && seen.insert($0.node.name.text).inserted
            }
            .map { extended(type($0)) }
    }

    /// The directives that definitions of these roles define, in definition order.
    func directives(in definitions: Definitions, of roles: Set<Origin.Role>) -> [SchemaDirective] {
        var seen: Set<String> = []
        return definitions.directives
            .filter { roles.contains($0.origin.role) && seen.insert($0.node.name.text).inserted }
            .map(directive)
    }

    private func directive(_ definition: Sourced<DirectiveDefinition>) -> SchemaDirective {
        let node = definition.node
        return extended(
            SchemaDirective(
                name: node.name.text,
                description: node.description?.text,
                arguments: inputValues(node.arguments, definition.origin),
                isRepeatable: node.isRepeatable,
                locations: node.locations.map(\.text),
                deprecationReason: deprecationReason(node.directives),
                directives: node.directives,
                provenance: definition.provenance(at: node.name.offset, start: node.offset)
            )
        )
    }

    /// A directive with all its extensions.
    func extended(_ directive: SchemaDirective) -> SchemaDirective {
        guard let extensions = directiveExtensions[directive.name] else { return directive }
        let added = extensions.flatMap(\.node.directives)
        return SchemaDirective(
            name: directive.name,
            description: directive.description,
            arguments: directive.arguments,
            isRepeatable: directive.isRepeatable,
            locations: directive.locations,
            deprecationReason: directive.deprecationReason ?? deprecationReason(added),
            directives: directive.directives + added,
            provenance: directive.provenance
        )
    }

    /// A type with all its extensions; what is built in cannot be extended.
    func extended(_ type: TypeDefinition) -> TypeDefinition {
        guard let extensions = extensions[type.name], !Standard.typeNames.contains(type.name) else { return type }
        return extensions.reduce(type) { type, part in
            part.node.kindName == type.kindName ? extend(type, by: part, isExtension: true) : type
        }
    }

    private func type(_ base: Sourced<TypeSystemDefinition>) -> TypeDefinition {
        extend(empty(base), by: base, isExtension: false)
    }

    /// A type of a definition's kind without any parts.
    private func empty(_ base: Sourced<TypeSystemDefinition>) -> TypeDefinition {
        let name = base.node.name.text
        let description = base.node.description?.text
        let place = base.provenance(at: base.node.name.offset, start: base.node.offset)
        switch base.node.body {
        case .scalar:
            return .scalar(
                ScalarType(
                    name: name,
                    description: description,
                    specifiedByURL: nil,
                    directives: [],
                    provenance: place
                )
            )
        case .object:
            return .object(
                ObjectType(
                    name: name,
                    description: description,
                    interfaces: [],
                    fields: [],
                    directives: [],
                    provenance: place
                )
            )
        case .interface:
            return .interface(
                InterfaceType(
                    name: name,
                    description: description,
                    interfaces: [],
                    fields: [],
                    directives: [],
                    provenance: place
                )
            )
        case .union:
            return .union(
                UnionType(name: name, description: description, members: [], directives: [], provenance: place)
            )
        case .enumeration:
            return .enumeration(
                EnumType(name: name, description: description, values: [], directives: [], provenance: place)
            )
        case .input:
            return .input(
                InputObjectType(
                    name: name,
                    description: description,
                    fields: [],
                    isOneOf: false,
                    directives: [],
                    provenance: place
                )
            )
        }
    }
}
