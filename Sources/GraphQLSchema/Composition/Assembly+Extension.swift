import GraphQLLanguage

extension Assembly {
    /// A type with the parts of a definition or extension of its kind after its own.
    func extend(
        _ type: TypeDefinition,
        by part: Sourced<TypeSystemDefinition>,
        isExtension: Bool
    ) -> TypeDefinition {
        let node = part.node
        let directives = type.directives + node.directives
        var places = type.places
        if isExtension { places.extensions += [part.provenance(at: node.name.offset, start: node.offset)] }
        places.references += (node.interfaces + node.members).map { part.provenance(at: $0.offset) }
        switch type {
        case .scalar(let scalar):
            return .scalar(
                ScalarType(
                    name: scalar.name,
                    description: scalar.description,
                    specifiedByURL: specifiedByURL(node.directives) ?? scalar.specifiedByURL,
                    directives: directives,
                    provenance: scalar.provenance,
                    places: places
                )
            )
        case .object(let object):
            return .object(
                ObjectType(
                    name: object.name,
                    description: object.description,
                    interfaces: object.interfaces + node.interfaces.map(\.text),
                    fields: fields(object.fields, and: part),
                    directives: directives,
                    provenance: object.provenance,
                    places: places
                )
            )
        case .interface(let interface):
            return .interface(
                InterfaceType(
                    name: interface.name,
                    description: interface.description,
                    interfaces: interface.interfaces + node.interfaces.map(\.text),
                    fields: fields(interface.fields, and: part),
                    directives: directives,
                    provenance: interface.provenance,
                    places: places
                )
            )
        case .union(let union):
            return .union(
                UnionType(
                    name: union.name,
                    description: union.description,
                    members: union.members + node.members.map(\.text),
                    directives: directives,
                    provenance: union.provenance,
                    places: places
                )
            )
        case .enumeration(let enumeration):
            return .enumeration(
                EnumType(
                    name: enumeration.name,
                    description: enumeration.description,
                    values: values(enumeration.values, and: part),
                    directives: directives,
                    provenance: enumeration.provenance,
                    places: places
                )
            )
        case .input(let input):
            return .input(
                InputObjectType(
                    name: input.name,
                    description: input.description,
                    fields: unique(input.fields + inputValues(node.inputFields, part.origin), by: \.name),
                    isOneOf: input.isOneOf
                        || (!node.isExtension && node.directives.contains { $0.name.text == "oneOf" }),
                    directives: directives,
                    provenance: input.provenance,
                    places: places
                )
            )
        }
    }

    /// Definitions of arguments or input fields, of one name the first.
    func inputValues(_ definitions: [InputValueDefinition], _ origin: Origin) -> [SchemaInputValue] {
        let values = definitions.map { value in
            SchemaInputValue(
                name: value.name.text,
                description: value.description?.text,
                type: value.type,
                defaultValue: value.defaultValue,
                deprecationReason: deprecationReason(value.directives),
                directives: value.directives,
                provenance: origin.provenance(at: value.name.offset, start: value.offset)
            )
        }
        return unique(values, by: \.name)
    }

    private func fields(_ fields: [SchemaField], and part: Sourced<TypeSystemDefinition>) -> [SchemaField] {
        let added = part.node.fields.map { field in
            SchemaField(
                name: field.name.text,
                description: field.description?.text,
                arguments: inputValues(field.arguments, part.origin),
                type: field.type,
                deprecationReason: deprecationReason(field.directives),
                directives: field.directives,
                provenance: part.provenance(at: field.name.offset, start: field.offset)
            )
        }
        return unique(fields + added, by: \.name)
    }

    private func values(_ values: [SchemaEnumValue], and part: Sourced<TypeSystemDefinition>) -> [SchemaEnumValue] {
        let added = part.node.values.map { value in
            SchemaEnumValue(
                name: value.name.text,
                description: value.description?.text,
                deprecationReason: deprecationReason(value.directives),
                directives: value.directives,
                provenance: part.provenance(at: value.name.offset, start: value.offset)
            )
        }
        return unique(values + added, by: \.name)
    }

    /// GraphQL §3.13.3: the reason, by default `No longer supported`.
    func deprecationReason(_ directives: [Directive]) -> String? {
        guard let deprecated = directives.first(where: { $0.name.text == "deprecated" }) else { return nil }
        guard let reason = deprecated.argument("reason") else { return SchemaDirective.defaultDeprecationReason }
        return reason.stringText
    }

    /// GraphQL §3.13.4.
    private func specifiedByURL(_ directives: [Directive]) -> String? {
        directives.first { $0.name.text == "specifiedBy" }?.argument("url")?.stringText
    }

    private func unique<Element>(_ elements: [Element], by name: (Element) -> String) -> [Element] {
        guard elements.count > 1 else { return elements }
        var seen: Set<String> = []
        return elements.filter { seen.insert(name($0)).inserted }
    }
}
