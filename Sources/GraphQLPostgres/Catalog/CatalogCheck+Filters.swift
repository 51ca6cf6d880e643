import GraphQLLanguage
import GraphQLSchema

extension CatalogCheck {
    /// Checks an input object of filters, and those that it leads to; `needsIndex` where it finds rows of a whole table.
    mutating func check(_ key: FilterMapping.Key, needsIndex: Bool) {
        guard let filter = mapping.filters[key], let table = mapping.tables[key.target],
            checkedFilters.insert(CheckedFilter(key: key, needsIndex: needsIndex)).inserted
        else { return }
        for member in filter.members {
            check(member, table, "The filter \(key.input).\(member.name)", needsIndex: needsIndex)
        }
    }

    /// Checks one field of such an input object, or an argument with `@where`.
    ///
    /// An index serves it also behind `required` columns, which every request compares.
    mutating func check(
        _ filter: FilterMapping.Member,
        _ table: TableMapping,
        _ place: String,
        needsIndex: Bool,
        behind required: [String] = []
    ) {
        switch filter.content {
        case .test(.function(let name)):
            guard let relation = catalog.relations[table.relation],
                let type = function(name, over: table, relation, place, filter.provenance), type != .boolean
            else { return }
            report("\(place): \(name) returns \(type.sql), not boolean", at: filter.provenance)
        case .test(.folded(let name, let function)):
            checkFolding(name, of: table, by: function, place, filter.provenance)
            if needsIndex { checkIndex([name], of: table, place, filter.provenance, forRanges: false) }
        case .test(.search(let name)): checkSearch(name, of: table, place, filter.provenance, needsIndex: needsIndex)
        case .test(.column(let name, let op)):
            check(name, op, filter.type, table, place, filter.provenance)
            if op == .prefix, needsIndex { checkPrefixIndex(name, of: table, place, filter.provenance) }
            guard op.wantsIndex, needsIndex else { return }
            let columns = required.contains(name) ? required : required + [name]
            let relation = catalog.relations[table.relation]
            if relation?.hasIndex(beginningWith: columns, forRanges: op.isRange) == true { return }
            checkIndex([name], of: table, place, filter.provenance, forRanges: op.isRange)
        case .operators(let column, let operators):
            for item in operators {
                check(column, item.op, item.type, table, "\(place).\(item.name)", filter.provenance)
            }
            if needsIndex, operators.contains(where: \.op.wantsIndex) {
                let hasRange = operators.contains(where: \.op.isRange)
                checkIndex([column], of: table, place, filter.provenance, forRanges: hasRange)
            }
            if needsIndex, operators.contains(where: { $0.op == .prefix }) {
                checkPrefixIndex(column, of: table, place, filter.provenance)
            }
        case .all, .any, .negation: break
        case .related(let field, let key):
            // Rows that are found from the other side, by what the relation stands on.
            if needsIndex, case .reference(let reference)? = table.fields[field]?.source {
                checkIndex(reference.columns, of: table, place, filter.provenance)
            }
            checkIsTable(key.target, place, filter.provenance)
            check(key, needsIndex: false)
        case .children(_, _, let key):
            checkIsTable(key.target, place, filter.provenance)
            check(key, needsIndex: false)
        }
    }

    /// Checks a column that is compared with what a function makes of a text.
    mutating func checkFolding(
        _ name: String,
        of table: TableMapping,
        by function: QualifiedName,
        _ place: String,
        _ provenance: Provenance?
    ) {
        checkColumn(name, of: table, is: .text, place, provenance)
        let isThere = catalog.functions[function]?.contains { candidate in
            !candidate.returnsSet && candidate.argumentTypes.map { ColumnType(oid: $0) } == [.text]
                && ColumnType(oid: candidate.returnType) == .text
        }
        guard isThere != true else { return }
        let close = closest(function.description, catalog.functions.keys.map(\.description))
        let found = catalog.functions[function] == nil ? close : "; it takes or returns something else"
        report("\(place): there is no function \(function)(text) that returns text\(found)", at: provenance)
    }

    private mutating func checkIsTable(_ target: String, _ place: String, _ provenance: Provenance?) {
        guard let table = mapping.tables[target], catalog.relations[table.relation]?.isComposite == true else { return }
        report("\(place): \(table.relation) is a composite type, which has no rows to look for", at: provenance)
    }

    private mutating func check(
        _ name: String,
        _ op: FilterOperator,
        _ valueType: TypeReference,
        _ table: TableMapping,
        _ place: String,
        _ provenance: Provenance?
    ) {
        switch op {
        case .present, .isNull: _ = column(name, of: table, place, provenance)
        case .contains:
            guard let type = column(name, of: table, place, provenance)?.type else { return }
            let element = if case .array(let item) = type { item } else { type }
            if element.isComparable, type.isArray || type == .text, mapping.schema.accepts(element, as: valueType) {
                return
            }
            report("\(place): CONTAINS does not fit \(table.relation).\(name), \(type.sql)", at: provenance)
        case .prefix: checkColumn(name, of: table, is: .text, place, provenance)
        case .isIn, .notIn: checkComparison(name, of: table, with: valueType.listItem, place, provenance)
        default: checkComparison(name, of: table, with: valueType, place, provenance)
        }
    }
}

/// An input object that was checked, with an index for each comparison or without.
struct CheckedFilter: Hashable, Sendable {
    let key: FilterMapping.Key
    let needsIndex: Bool
}
