import GraphQLLanguage
import GraphQLSchema

/// Interfaces and unions whose objects are rows.
extension MappingReader {
    /// What `@table` on an abstract type says beside its relation.
    struct AbstractRows {
        let typeColumn: String
        let types: [String]
    }

    mutating func readAbstract(_ type: TypeDefinition) {
        switch type {
        case .interface, .union: break
        default: return
        }
        if type.directives.named("table") == nil {
            checkPlain(type)
        } else if let table = table(type) {
            add(table)
        }
        if type.directives.named("node") != nil { checkNode(type) }
    }

    mutating func abstractRows(_ type: TypeDefinition, _ directive: Directive) -> AbstractRows {
        let types = schema.possibleTypes(of: type.name).map(\.name)
        for name in types {
            if !isTable(name) {
                report("\(type.name) has @table, but its type \(name) has none", at: type.provenance)
            } else if tableKeyCount(name) != tableKeyCount(type.name) {
                report(
                    "The key of \(type.name) has \(tableKeyCount(type.name)) columns, but that of its type \(name) has "
                        + "\(tableKeyCount(name))",
                    at: type.provenance
                )
            }
        }
        return AbstractRows(typeColumn: directive.argument("typename")?.stringText ?? "typename", types: types)
    }

    /// The fields of an interface that its own rows answer; those whose column need not be there by name, too.
    mutating func sharedFields(_ type: TypeDefinition) -> (fields: [String: FieldMapping], optional: Set<String>) {
        var fields: [String: FieldMapping] = [:]
        var optional: Set<String> = []
        for field in type.fields ?? [] where !isNodeID(field, of: type.name) {
            let coordinate = "\(type.name).\(field.name)"
            for name in ["resolve", "requires"] where field.directives.named(name) != nil {
                report("@\(name) on \(coordinate) has no place on an interface's field", at: field.provenance)
            }
            let isDeclared = ["column", "function", "reference", "children", "history"].contains {
                field.directives.named($0) != nil
            }
            guard isDeclared || isColumn(field) else { continue }
            fields[field.name] = self.field(field, of: type.name)
            if !isDeclared { optional.insert(field.name) }
            checkMasks(field, of: type)
        }
        return (fields, optional)
    }

    private func isColumn(_ field: SchemaField) -> Bool {
        schema.isLeaf(field.type.namedType) && field.type.listItem?.listItem == nil
    }

    /// What an object type serves masked only, its interface must not serve clear.
    private mutating func checkMasks(_ field: SchemaField, of type: TypeDefinition) {
        guard field.directives.named("masked") == nil else { return }
        for object in schema.possibleTypes(of: type.name)
        where object.field(named: field.name)?.directives.named("masked") != nil {
            report(
                "\(type.name).\(field.name) needs @masked, since \(object.name).\(field.name) has it",
                at: field.provenance
            )
        }
    }

    /// After all tables are read: a row that its own table hides must be hidden here, too.
    mutating func checkAbstract() {
        for table in tables.values where table.typeColumn != nil {
            for name in table.types {
                guard let own = tables[name]?.visibility else { continue }
                checkVisibility(of: own, typename: name, in: table)
            }
        }
    }
}

/// Ids that are unique in the whole API.
extension MappingReader {
    /// Whether a field is the id that an interface with `@node` gives to its objects.
    func isNodeID(_ field: SchemaField, of typename: String) -> Bool {
        guard field.name == "nodeId" else { return false }
        let interfaces: [String] =
            switch schema.type(named: typename) {
            case .object(let object): object.interfaces
            case .interface(let interface): interface.interfaces + [interface.name]
            default: []
            }
        return interfaces.contains { schema.type(named: $0)?.directives.named("node") != nil }
    }

    func checkedNodeTypes(_ interface: String) -> [String] {
        schema.possibleTypes(of: interface).map(\.name).filter { isTable($0) && tableKeyCount($0) == 1 }
    }

    private mutating func checkNode(_ type: TypeDefinition) {
        if type.fields?.first(where: { $0.name == "nodeId" })?.type.description != "ID!" {
            report("\(type.name) with @node needs a field \"nodeId\" of type ID!", at: type.provenance)
        }
        let fit = Set(checkedNodeTypes(type.name))
        for object in schema.possibleTypes(of: type.name) where !fit.contains(object.name) {
            report("\(object.name) is a \(type.name): it needs @table with one key column", at: object.provenance)
        }
    }

    /// Reads a field of Query with `@node`.
    mutating func node(_ field: SchemaField, _ coordinate: String) -> NodeMapping? {
        let target = field.type.namedType
        guard schema.type(named: target)?.directives.named("node") != nil else {
            report(
                "\(coordinate) with @node must be of an interface with @node, not \(field.type)",
                at: field.provenance
            )
            return nil
        }
        let isList = field.type.listItem != nil
        let expected = isList ? ["[\(target)]!", "[\(target)]"] : [target]
        guard expected.contains(field.type.description) else {
            report(
                "\(coordinate) with @node must be of type \(expected[0]), not \(field.type): an id may lead nowhere",
                at: field.provenance
            )
            return nil
        }
        let argument = isList ? "[ID!]!" : "ID!"
        guard field.arguments.count == 1, field.arguments[0].type.description == argument else {
            report("\(coordinate) with @node needs one argument, of type \(argument)", at: field.provenance)
            return nil
        }
        return NodeMapping(interface: target, argument: field.arguments[0].name, isList: isList)
    }
}
