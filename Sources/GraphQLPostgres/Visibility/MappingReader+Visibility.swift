import GraphQLLanguage
import GraphQLSchema

/// Which rows a caller may see.
extension MappingReader {
    /// What the uses of the directive on a type say together.
    mutating func visibility(of type: TypeDefinition) -> TableVisibility {
        var visibility = TableVisibility.everyone
        let place = "@\(terms.directive) of \(type.name)"
        for directive in type.directives where directive.name.text == terms.directive {
            visibility.provenance = visibility.provenance ?? type.provenance?.moved(to: directive.offset)
            if let name = directive.argument("with") {
                if let relation = QualifiedName(name.stringText ?? "") {
                    let columns = directive.strings("columns") ?? []
                    visibility.parents.append(VisibleParent(relation: relation, columns: columns))
                } else {
                    report("\(place): with must name a schema and a table", at: type.provenance)
                }
            }
            let reading = terms.condition(directive)
            for fault in reading.faults { report("\(place) \(fault)", at: type.provenance) }
            guard let condition = reading.condition else { continue }
            if visibility.condition != nil {
                report("\(place): only one of them may name columns of the row itself", at: type.provenance)
            }
            visibility.condition = condition
        }
        return visibility
    }

    /// After all tables are read: leads each parent to its type.
    mutating func linkParents() {
        for name in tables.keys.sorted() where tables[name]?.visibility.parents.isEmpty == false {
            if let linked = linked(name, []) { setVisibility(linked, of: name) }
        }
    }

    private mutating func linked(_ name: String, _ path: [String]) -> TableVisibility? {
        guard let table = tables[name] else { return nil }
        let place = "@\(terms.directive) of \(name)"
        guard !path.contains(name) else {
            report("\(place): its rows are seen with rows that are seen with them", at: table.provenance)
            return nil
        }
        var visibility = table.visibility
        visibility.parents = []
        for var parent in table.visibility.parents {
            let types = tables.values.filter { $0.relation == parent.relation && $0.typeColumn == nil }
            guard let type = types.min(by: { $0.typename < $1.typename }) else {
                report("\(place): no type has the table \(parent.relation)", at: table.provenance)
                continue
            }
            guard type.key.count == parent.columns.count else {
                report(
                    "\(place) names \(parent.columns.count) columns for the key of \(parent.relation), which has "
                        + "\(type.key.count)",
                    at: table.provenance
                )
                continue
            }
            guard let found = linked(type.typename, path + [name]) else { continue }
            parent.typename = type.typename
            parent.key = type.key
            parent.visibility = found
            visibility.parents.append(parent)
        }
        return visibility
    }

    /// Whether rows of an abstract type's table are hidden as their own tables hide them: by as much at least.
    mutating func checkVisibility(of own: TableVisibility, typename: String, in table: TableMapping) {
        let here = Set((table.visibility.condition?.columns ?? []).map(\.argument))
        for argument in Set((own.condition?.columns ?? []).map(\.argument)).subtracting(here) {
            report(
                "\(table.typename) needs @\(terms.directive)(\(argument):), since its type \(typename) has it",
                at: table.provenance
            )
        }
        for parent in own.parents where !table.visibility.parents.contains(where: { $0.relation == parent.relation }) {
            checkVisibility(of: parent.visibility, typename: typename, in: table)
        }
    }
}
