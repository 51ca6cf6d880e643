/// What the database has: relations with columns and indexes, and functions.
package struct Catalog: Sendable {
    struct Column: Sendable {
        let typeOID: UInt32
        /// As PostgreSQL shows it.
        let typeName: String
        let isNullable: Bool
        /// Whether the reading role may select it.
        let isReadable: Bool

        var type: ColumnType? { ColumnType(oid: typeOID) }
    }

    struct Index: Sendable {
        /// In order; empty text for an expression.
        let columns: [String]
        let isUnique: Bool
        /// Has a WHERE clause, so it does not serve every query.
        let isPartial: Bool
        /// The access method: `btree`, `gin`.
        let method: String
        /// A B-tree that compares its first column byte by byte, so that a prefix is a range of it.
        let isBytewise: Bool
        /// Operators that it serves, as `Function.uses` has them.
        let operators: [Int64]
        /// Functions in its expressions.
        let functions: [Int64]
    }

    struct Relation: Sendable {
        /// A table, also a partitioned one, or a materialized view; false for what has no indexes of its own: views,
        /// foreign tables and composite types.
        let isTable: Bool
        /// A composite type: only functions return its rows.
        let isComposite: Bool
        let rowType: UInt32
        /// Rows are hidden from who may not see them: by the table's own row security, or, in a view, by that of its tables.
        let hasRowSecurity: Bool
        /// Whether the reading role may name what is in its schema.
        let isSchemaUsable: Bool
        /// Columns that a view with `security_invoker` reads and the reading role may not: `letters.letter.subject`.
        var hiddenSources: [String] = []
        var columns: [String: Column] = [:]
        var indexes: [Index] = []
        var foreignKeys: [ForeignKey] = []

        /// Whether an index begins with these columns, in any order; a hash index serves no ranges.
        func hasIndex(beginningWith columns: [String], forRanges: Bool = false) -> Bool {
            indexes.contains { index in
                !index.isPartial && (index.method == "btree" || index.method == "hash" && !forRanges)
                    && index.columns.count >= columns.count && Set(index.columns.prefix(columns.count)) == Set(columns)
            }
        }

        /// Whether an index finds the values of a column that begin with a text.
        func hasPrefixIndex(on column: String) -> Bool {
            indexes.contains { !$0.isPartial && $0.isBytewise && $0.columns.first == column }
        }

        /// Whether at most one row has these values.
        func isUnique(_ columns: [String]) -> Bool {
            indexes.contains { $0.isUnique && !$0.isPartial && Set($0.columns).isSubset(of: columns) }
        }
    }

    struct ForeignKey: Sendable {
        let columns: [String]
        let target: QualifiedName
        /// In the order of `columns`.
        let targetColumns: [String]
    }

    struct Function: Sendable {
        let argumentTypes: [UInt32]
        let argumentNames: [String]
        /// How many arguments at the end may be left out.
        let defaultCount: Int
        let returnType: UInt32
        let returnsSet: Bool
        /// `sql`, `plpgsql`.
        let language: String
        let isVolatile: Bool
        let isSecurityDefiner: Bool
        /// Has a SET clause.
        let hasSettings: Bool
        /// What its standard SQL body uses: object ids of functions, and of operators with a minus; empty for a body that
        /// PostgreSQL keeps as text.
        let uses: Set<Int64>
        /// Columns that its body names: `letters.letter.subject`.
        let columns: Set<String>
        let objectID: Int64
        /// Types of the arguments as PostgreSQL shows them: `text[]`.
        let argumentTypeNames: [String]
        /// Columns of `RETURNS TABLE`, with their types: `court_code text`.
        let resultColumns: [String]
        /// Whether the reading role may call it, and name what is in its schema.
        let isCallable: Bool
    }

    /// The role under which reads run, whose rights are checked; nil where no right is looked at.
    var readingRole: String?
    var relations: [QualifiedName: Relation] = [:]
    var functions: [QualifiedName: [Function]] = [:]
    /// Names of row-security policies.
    var policies: Set<String> = []

    /// The function of one argument, a row of the relation.
    func function(_ name: QualifiedName, over relation: Relation) -> Function? {
        functions[name]?.first { $0.argumentTypes == [relation.rowType] }
    }

    /// Whether a GIN or GiST index serves an operator that the function uses, itself or in what it calls, on a column or an
    /// expression that is in it, too.
    func hasSearchIndex(for function: Function) -> Bool {
        let uses = uses(of: function)
        return relations.contains { name, relation in
            let columns = relation.columns.keys.filter { function.columns.contains("\(name).\($0)") }
            guard !columns.isEmpty else { return false }
            return relation.indexes.contains { index in
                !index.isPartial && ["gin", "gist", "spgist"].contains(index.method)
                    && index.operators.contains { uses.contains($0) }
                    && (index.functions.contains { uses.contains($0) }
                        || index.columns.contains { columns.contains($0) })
            }
        }
    }

    private func uses(of function: Function) -> Set<Int64> {
        var uses = function.uses
        var known = 0
        while known < uses.count {
            known = uses.count
            for called in functions.values.joined() where uses.contains(called.objectID) { uses.formUnion(called.uses) }
        }
        return uses
    }
}
