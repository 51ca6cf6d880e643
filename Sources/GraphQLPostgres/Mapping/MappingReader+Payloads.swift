import GraphQLLanguage
import GraphQLSchema

extension MappingReader {
    /// A mutation answers a row of a table, or an object without a table, whose fields are leaves, keys of tables' rows
    /// and lists of objects.
    mutating func checkMutations() {
        guard let mutation = schema.rootType(for: .mutation) else { return }
        var seen: Set<String> = []
        for field in mutation.fields {
            let name = field.type.namedType
            guard field.type.listItem == nil, case .object(let payload) = schema.type(named: name),
                schema.connectionNode(of: name) == nil
            else {
                report(
                    "\(mutation.name).\(field.name) must answer a payload type or a type with @table, not \(field.type)",
                    at: field.provenance
                )
                continue
            }
            guard isTable(name) else {
                checkPayload(payload, &seen)
                continue
            }
            checkKey(of: name, "\(mutation.name).\(field.name)", field.provenance)
        }
    }

    /// A command names a row by one value.
    private mutating func checkKey(of typename: String, _ place: String, _ provenance: Provenance?) {
        let count = tableKeyCount(typename)
        guard count != 1 else { return }
        report("\(place) needs a type with one key column; \(typename) has \(count)", at: provenance)
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
                checkKey(of: name, "\(coordinate) of a payload", field.provenance)
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
