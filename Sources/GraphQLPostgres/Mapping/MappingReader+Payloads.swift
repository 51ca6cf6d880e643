import GraphQLLanguage
import GraphQLSchema

extension MappingReader {
    /// A mutation answers an object without a table, whose fields are leaves, keys of tables' rows and lists of objects.
    mutating func checkMutations() {
        guard let mutation = schema.rootType(for: .mutation) else { return }
        var seen: Set<String> = []
        for field in mutation.fields {
            let name = field.type.namedType
            guard field.type.listItem == nil, !isTable(name), case .object(let payload) = schema.type(named: name)
            else {
                report(
                    "\(mutation.name).\(field.name) must answer a payload type without @table, not \(field.type)",
                    at: field.provenance
                )
                continue
            }
            checkPayload(payload, &seen)
        }
    }

    private mutating func checkPayload(_ payload: ObjectType, _ seen: inout Set<String>) {
        guard seen.insert(payload.name).inserted else { return }
        for field in payload.fields {
            let name = field.type.namedType
            let coordinate = "\(payload.name).\(field.name)"
            guard !schema.isLeaf(name) else { continue }
            guard case .object(let object) = schema.type(named: name), schema.connectionNode(of: name) == nil else {
                report("\(coordinate) of a payload cannot be of type \(field.type)", at: field.provenance)
                continue
            }
            if isTable(name) {
                if tableKeyCount(name) != 1 {
                    report(
                        "\(coordinate) of a payload needs a type with one key column; \(name) has \(tableKeyCount(name))",
                        at: field.provenance
                    )
                }
            } else if field.type.listItem == nil {
                report(
                    "\(coordinate) of a payload must be a scalar, a type with @table, or a list of objects",
                    at: field.provenance
                )
            } else {
                checkPayload(object, &seen)
            }
        }
    }
}
