extension Schema {
    /// The same type system in natural order.
    ///
    /// Sorts types, directives and their locations, fields, arguments, enum values, interfaces and members of unions.
    /// What is built in takes its place by name, its own members stay as they are.
    package var sorted: Schema {
        Schema(
            description: description,
            types: types.map { Standard.isStandard($0) ? $0 : $0.sorted }.sorted(naturallyBy: \.name),
            directives: directives.map { Standard.isStandard($0) ? $0 : $0.sorted }.sorted(naturallyBy: \.name),
            queryTypeName: queryTypeName,
            mutationTypeName: mutationTypeName,
            subscriptionTypeName: subscriptionTypeName,
            appliedDirectives: appliedDirectives
        )
    }
}

extension TypeDefinition {
    fileprivate var sorted: TypeDefinition {
        switch self {
        case .scalar: self
        case .object(let type): .object(type.sorted)
        case .interface(let type): .interface(type.sorted)
        case .union(let type): .union(type.sorted)
        case .enumeration(let type): .enumeration(type.sorted)
        case .input(let type): .input(type.sorted)
        }
    }
}

extension ObjectType {
    fileprivate var sorted: ObjectType {
        ObjectType(
            name: name,
            description: description,
            interfaces: interfaces.sorted(naturallyBy: \.self),
            fields: fields.map(\.sorted).sorted(naturallyBy: \.name),
            directives: directives,
            provenance: provenance
        )
    }
}

extension InterfaceType {
    fileprivate var sorted: InterfaceType {
        InterfaceType(
            name: name,
            description: description,
            interfaces: interfaces.sorted(naturallyBy: \.self),
            fields: fields.map(\.sorted).sorted(naturallyBy: \.name),
            directives: directives,
            provenance: provenance
        )
    }
}

extension UnionType {
    fileprivate var sorted: UnionType {
        UnionType(
            name: name,
            description: description,
            members: members.sorted(naturallyBy: \.self),
            directives: directives,
            provenance: provenance
        )
    }
}

extension EnumType {
    fileprivate var sorted: EnumType {
        EnumType(
            name: name,
            description: description,
            values: values.sorted(naturallyBy: \.name),
            directives: directives,
            provenance: provenance
        )
    }
}

extension InputObjectType {
    fileprivate var sorted: InputObjectType {
        InputObjectType(
            name: name,
            description: description,
            fields: fields.sorted(naturallyBy: \.name),
            isOneOf: isOneOf,
            directives: directives,
            provenance: provenance
        )
    }
}

extension SchemaField {
    fileprivate var sorted: SchemaField {
        SchemaField(
            name: name,
            description: description,
            arguments: arguments.sorted(naturallyBy: \.name),
            type: type,
            deprecationReason: deprecationReason,
            directives: directives,
            provenance: provenance
        )
    }
}

extension SchemaDirective {
    fileprivate var sorted: SchemaDirective {
        SchemaDirective(
            name: name,
            description: description,
            arguments: arguments.sorted(naturallyBy: \.name),
            isRepeatable: isRepeatable,
            locations: locations.sorted(naturallyBy: \.self),
            deprecationReason: deprecationReason,
            directives: directives,
            provenance: provenance
        )
    }
}
