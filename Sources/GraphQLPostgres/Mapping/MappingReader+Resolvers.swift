import GraphQLLanguage
import GraphQLSchema

extension MappingReader {
    /// Reads a field with `@resolve`; nil for one that no resolver can answer.
    mutating func resolver(
        _ field: SchemaField,
        _ coordinate: String,
        _ directive: Directive
    ) -> ResolverMapping? {
        let maxRows = directive.argument("maxRows")?.integer ?? 200
        if maxRows < 1 {
            report("@resolve(maxRows:) of \(coordinate) must be at least 1, not \(maxRows)", at: field.provenance)
        }
        var seen: Set<String> = []
        guard let fault = answerFault(field.type, &seen) else {
            return ResolverMapping(
                coordinate: coordinate,
                columns: directive.strings("columns") ?? ["id"],
                maxRows: maxRows,
                reads: readingResolvers.contains(coordinate)
            )
        }
        report("\(coordinate) with @resolve \(fault)", at: field.provenance)
        return nil
    }

    /// Why a resolver cannot answer the type: it answers leaves, keys of rows, objects without a table whose fields are
    /// such, and lists of these.
    private func answerFault(_ type: TypeReference, _ seen: inout Set<String>) -> String? {
        let name = type.namedType
        guard !schema.isLeaf(name) else { return nil }
        guard case .object(let object) = schema.type(named: name) else {
            return "cannot be of type \(type): an interface or a union is not answered by keys"
        }
        guard !isTable(name) else { return nil }
        guard schema.connectionNode(of: name) == nil else {
            return "cannot be of type \(type): a connection is paged by SQL, a resolver answers a list"
        }
        guard ![schema.queryTypeName, schema.mutationTypeName, schema.subscriptionTypeName].contains(name) else {
            return "cannot be of type \(type), a root type"
        }
        guard seen.insert(name).inserted else { return nil }
        for field in object.fields {
            if let fault = answerFault(field.type, &seen) {
                return "has the field \(name).\(field.name), which \(fault)"
            }
        }
        return nil
    }
}
