import GraphQLLanguage

extension Schema {
    /// Makes a schema of definitions, in place of or after what another has.
    convenience init(assembling definitions: Definitions, extending base: Schema? = nil) {
        let assembly = Assembly(definitions)
        let own = (base?.types ?? []).map(assembly.extended) + assembly.types(in: definitions, of: [.fragment])
        var directives =
            (base?.directives ?? []).map(assembly.extended) + assembly.directives(in: definitions, of: [.fragment])
        if base == nil {
            let names = Set(directives.map(\.name))
            directives += Standard.directives.filter { !names.contains($0.name) }
        }
        let schemas =
            definitions.schemas.filter { !$0.node.isExtension }.suffix(1)
            + definitions.schemas.filter(\.node.isExtension)
        var roots = RootTypes(of: base)
        for schema in schemas { roots.add(schema) }
        if base == nil, roots.places.definition == nil { roots.addDefaults(among: own) }
        self.init(
            description: schemas.first?.node.description?.text ?? base?.description,
            types: Standard.completing(own, roots: OperationKind.all.compactMap { roots.names[$0] }, directives),
            directives: directives,
            queryTypeName: roots.names[.query],
            mutationTypeName: roots.names[.mutation],
            subscriptionTypeName: roots.names[.subscription],
            appliedDirectives: (base?.appliedDirectives ?? []) + schemas.flatMap(\.node.directives),
            places: roots.places
        )
    }
}

/// The root types of a schema while its definition and extensions are read.
private struct RootTypes {
    private(set) var names: [OperationKind: String] = [:]
    private(set) var places: SchemaPlaces

    init(of base: Schema?) {
        places = base?.places ?? SchemaPlaces()
        for kind in OperationKind.all { names[kind] = base?.rootTypeName(for: kind) }
    }

    mutating func add(_ schema: Sourced<SchemaDefinition>) {
        if !schema.node.isExtension { places.definition = schema.provenance(at: schema.node.offset) }
        for operation in schema.node.operations {
            names[operation.kind] = operation.type.text
            if places.rootTypes[operation.kind] == nil {
                places.rootTypes[operation.kind] = schema.provenance(at: operation.type.offset)
            }
        }
    }

    /// GraphQL §3.3.1, Default Root Operation Type Names: without a schema definition.
    mutating func addDefaults(among types: [TypeDefinition]) {
        let defined = Set(types.map(\.name))
        for kind in OperationKind.all where defined.contains(kind.defaultTypeName) {
            names[kind] = kind.defaultTypeName
        }
    }
}
