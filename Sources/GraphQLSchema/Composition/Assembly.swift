import GraphQLLanguage

/// Turns definitions into types, extensions merged in.
///
/// Of what is defined twice the first counts; the checks report it.
struct Assembly {
    let definitions: Definitions

    /// The types of one role, in definition order.
    func types(of roles: Set<Origin.Role>) -> [TypeDefinition] {
        var extensions: [String: [Sourced<TypeSystemDefinition>]] = [:]
        for type in definitions.types where type.node.isExtension {
            extensions[type.node.name.text, default: []].append(type)
        }
        var seen: Set<String> = []
        var result: [TypeDefinition] = []
        for base in definitions.types where !base.node.isExtension && roles.contains(base.origin.role) {
            let name = base.node.name.text
            guard seen.insert(name).inserted else { continue }
            let matching = (extensions[name] ?? []).filter { $0.node.kindName == base.node.kindName }
            result.append(type(base, extendedBy: matching))
        }
        return result
    }

    /// The directives of one role, in definition order.
    func directives(of roles: Set<Origin.Role>) -> [SchemaDirective] {
        var seen: Set<String> = []
        return definitions.directives
            .filter { roles.contains($0.origin.role) && seen.insert($0.node.name.text).inserted }
            .map { definition in
                SchemaDirective(
                    name: definition.node.name.text,
                    description: definition.node.description?.text,
                    arguments: inputValues(definition.node.arguments, definition.origin),
                    isRepeatable: definition.node.isRepeatable,
                    locations: definition.node.locations.map(\.text),
                    provenance: definition.provenance(at: definition.node.name.offset)
                )
            }
    }

    private func type(
        _ base: Sourced<TypeSystemDefinition>,
        extendedBy extensions: [Sourced<TypeSystemDefinition>]
    ) -> TypeDefinition {
        let parts = [base] + extensions
        let name = base.node.name.text
        let description = base.node.description?.text
        let directives = parts.flatMap(\.node.directives)
        let provenance = base.provenance(at: base.node.name.offset)
        switch base.node.body {
        case .scalar:
            return .scalar(
                ScalarType(
                    name: name,
                    description: description,
                    specifiedByURL: directives.first { $0.name.text == "specifiedBy" }?.argument("url")?.stringText,
                    directives: directives,
                    provenance: provenance
                )
            )
        case .object:
            return .object(
                ObjectType(
                    name: name,
                    description: description,
                    interfaces: parts.flatMap { $0.node.interfaces.map(\.text) },
                    fields: fields(of: parts),
                    directives: directives,
                    provenance: provenance
                )
            )
        case .interface:
            return .interface(
                InterfaceType(
                    name: name,
                    description: description,
                    interfaces: parts.flatMap { $0.node.interfaces.map(\.text) },
                    fields: fields(of: parts),
                    directives: directives,
                    provenance: provenance
                )
            )
        case .union:
            return .union(
                UnionType(
                    name: name,
                    description: description,
                    members: parts.flatMap { $0.node.members.map(\.text) },
                    directives: directives,
                    provenance: provenance
                )
            )
        case .enumeration:
            return .enumeration(
                EnumType(
                    name: name,
                    description: description,
                    values: enumValues(of: parts),
                    directives: directives,
                    provenance: provenance
                )
            )
        case .input:
            return .input(
                InputObjectType(
                    name: name,
                    description: description,
                    fields: unique(parts.flatMap { inputValues($0.node.inputFields, $0.origin) }, by: \.name),
                    isOneOf: directives.contains { $0.name.text == "oneOf" },
                    directives: directives,
                    provenance: provenance
                )
            )
        }
    }

    private func fields(of parts: [Sourced<TypeSystemDefinition>]) -> [SchemaField] {
        let fields = parts.flatMap { part in
            part.node.fields.map { field in
                SchemaField(
                    name: field.name.text,
                    description: field.description?.text,
                    arguments: inputValues(field.arguments, part.origin),
                    type: field.type,
                    deprecationReason: deprecationReason(field.directives),
                    directives: field.directives,
                    provenance: part.provenance(at: field.name.offset)
                )
            }
        }
        return unique(fields, by: \.name)
    }

    private func enumValues(of parts: [Sourced<TypeSystemDefinition>]) -> [SchemaEnumValue] {
        let values = parts.flatMap { part in
            part.node.values.map { value in
                SchemaEnumValue(
                    name: value.name.text,
                    description: value.description?.text,
                    deprecationReason: deprecationReason(value.directives),
                    directives: value.directives,
                    provenance: part.provenance(at: value.name.offset)
                )
            }
        }
        return unique(values, by: \.name)
    }

    private func inputValues(_ definitions: [InputValueDefinition], _ origin: Origin) -> [SchemaInputValue] {
        let values = definitions.map { value in
            SchemaInputValue(
                name: value.name.text,
                description: value.description?.text,
                type: value.type,
                defaultValue: value.defaultValue,
                deprecationReason: deprecationReason(value.directives),
                directives: value.directives,
                provenance: origin.provenance(at: value.name.offset)
            )
        }
        return unique(values, by: \.name)
    }

    /// GraphQL §3.13.3: the reason, by default `No longer supported`.
    private func deprecationReason(_ directives: [Directive]) -> String? {
        guard let deprecated = directives.first(where: { $0.name.text == "deprecated" }) else { return nil }
        guard let reason = deprecated.argument("reason") else { return SchemaDirective.defaultDeprecationReason }
        return reason.stringText
    }

    private func unique<Element>(_ elements: [Element], by name: (Element) -> String) -> [Element] {
        var seen: Set<String> = []
        return elements.filter { seen.insert(name($0)).inserted }
    }
}
