package import Postgres

extension Catalog {
    /// Reads pg_catalog, in one round trip: everything outside PostgreSQL's own schemas.
    ///
    /// With a reading role, also what that role may read.
    package static func load(_ pool: PostgresPool, readingRole: String? = nil) async throws(PostgresError) -> Catalog {
        let role = PostgresValue(readingRole)
        let statements =
            [indexesText, foreignKeysText, policiesText].map { BoundStatement(statement: PreparedStatement(text: $0)) }
            + [relationsText, functionsText, hiddenSourcesText].map { text in
                BoundStatement(
                    statement: PreparedStatement(text: text, parameterTypes: [PostgresType.text]),
                    parameters: [role]
                )
            }
        let results = try await pool.pipeline(statements)
        var catalog = Catalog()
        catalog.readingRole = readingRole
        for row in Rows(results[3]) { try catalog.addColumn(row) }
        for row in Rows(results[0]) { try catalog.addIndex(row) }
        for row in Rows(results[1]) { try catalog.addForeignKey(row) }
        for row in Rows(results[2]) { catalog.policies.insert(try row.decode(0)) }
        for row in Rows(results[4]) { try catalog.addFunction(row) }
        for row in Rows(results[5]) {
            let name = QualifiedName(schema: try row.decode(0), name: try row.decode(1))
            catalog.relations[name]?.hiddenSources = try row.decode(2)
        }
        return catalog
    }

    /// A role that is not there may do nothing; where none is named, everything is taken as allowed.
    private static func isAllowed(_ privilege: String) -> String { "coalesce(\(privilege), $1::text IS NULL)" }

    private static let isInvoker = """
        EXISTS (
            SELECT FROM unnest(c.reloptions) o
            WHERE o ~ '^security_invoker=' AND split_part(o, '=', 2) IN ('true', 'on', 'yes', '1')
        )
        """

    private static let relationsText = """
        SELECT n.nspname::text, c.relname::text, c.relkind::text, c.reltype::int8, a.attname::text,
            coalesce(nullif(t.typbasetype, 0), t.oid)::int8, format_type(a.atttypid, a.atttypmod), a.attnotnull,
            CASE c.relkind
                WHEN 'v' THEN \(isInvoker)
                ELSE c.relrowsecurity
            END,
            \(isAllowed("has_schema_privilege(r.oid, n.oid, 'USAGE')")),
            \(isAllowed("has_column_privilege(r.oid, c.oid, a.attnum, 'SELECT')"))
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_roles r ON r.rolname = $1
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        """

    private static let indexesText = """
        SELECT n.nspname::text, c.relname::text, i.indisunique, i.indpred IS NOT NULL, m.amname::text,
            array(
                SELECT coalesce(a.attname::text, '')
                FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, position)
                LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
                WHERE k.position <= i.indnkeyatts
                ORDER BY k.position
            ),
            m.amname = 'btree' AND (
                f.opfname IN ('text_pattern_ops', 'bpchar_pattern_ops')
                OR CASE l.collprovider
                    WHEN 'd' THEN d.datlocprovider = 'c' AND d.datcollate IN ('C', 'POSIX')
                    WHEN 'c' THEN l.collcollate IN ('C', 'POSIX')
                    ELSE false
                END
            ),
            array(SELECT -o.amopopr::int8 FROM pg_amop o JOIN pg_opclass p ON p.opcfamily = o.amopfamily
                WHERE p.oid = ANY (i.indclass::oid[])),
            array(SELECT g[1]::int8 FROM regexp_matches(i.indexprs::text, ':funcid ([0-9]+)', 'g') g)
        FROM pg_index i
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_am m ON m.oid = x.relam
        JOIN pg_opclass k ON k.oid = i.indclass[0]
        JOIN pg_opfamily f ON f.oid = k.opcfamily
        JOIN pg_database d ON d.datname = current_database()
        LEFT JOIN pg_collation l ON l.oid = i.indcollation[0]
        WHERE i.indisvalid AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        """

    private static let foreignKeysText = """
        SELECT n.nspname::text, c.relname::text, m.nspname::text, f.relname::text,
            array(
                SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(number, position)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
                ORDER BY u.position
            ),
            array(
                SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(number, position)
                JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number
                ORDER BY u.position
            )
        FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class f ON f.oid = k.confrelid
        JOIN pg_namespace m ON m.oid = f.relnamespace
        WHERE k.contype = 'f'
        """

    private static let policiesText = "SELECT polname::text FROM pg_policy"

    /// What a function uses is read from its standard SQL body, as pg_node_tree shows it.
    private static let functionsText = """
        SELECT n.nspname::text, p.proname::text, p.proretset, p.prorettype::int8,
            p.proargtypes::oid[]::int8[], coalesce(p.proargnames, '{}'), p.pronargdefaults::int4, l.lanname::text,
            p.provolatile = 'v', p.prosecdef, p.proconfig IS NOT NULL,
            array(
                SELECT CASE g[1] WHEN 'funcid' THEN g[2]::int8 ELSE -g[2]::int8 END
                FROM regexp_matches(p.prosqlbody::text, ':(funcid|opno) ([0-9]+)', 'g') g
            ),
            array(
                SELECT rn.nspname || '.' || r.relname || '.' || a.attname
                FROM pg_depend d
                JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                JOIN pg_class r ON r.oid = a.attrelid
                JOIN pg_namespace rn ON rn.oid = r.relnamespace
                WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass
            ),
            p.oid::int8,
            array(SELECT format_type(t.oid, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY t(oid, place) ORDER BY t.place),
            array(
                SELECT p.proargnames[a.place] || ' ' || format_type(a.oid, NULL)
                FROM unnest(p.proallargtypes) WITH ORDINALITY a(oid, place) WHERE p.proargmodes[a.place] = 't' ORDER BY a.place
            ),
            \(isAllowed("has_function_privilege(r.oid, p.oid, 'EXECUTE')"))
                AND \(isAllowed("has_schema_privilege(r.oid, n.oid, 'USAGE')"))
        FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace
        JOIN pg_language l ON l.oid = p.prolang
        LEFT JOIN pg_roles r ON r.rolname = $1
        WHERE p.prokind = 'f' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        """

    /// What stands in a view's query is read with the caller's rights, where the view says so.
    private static let hiddenSourcesText = """
        SELECT n.nspname::text, c.relname::text,
            array_agg(
                DISTINCT bn.nspname || '.' || b.relname || '.' || a.attname
                ORDER BY bn.nspname || '.' || b.relname || '.' || a.attname
            )
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_rewrite w ON w.ev_class = c.oid
        JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
            AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid
        JOIN pg_class b ON b.oid = d.refobjid
        JOIN pg_namespace bn ON bn.oid = b.relnamespace
        JOIN pg_attribute a ON a.attrelid = b.oid AND a.attnum = d.refobjsubid AND a.attnum > 0
        JOIN pg_roles r ON r.rolname = $1
        WHERE c.relkind = 'v' AND \(isInvoker) AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            AND NOT has_column_privilege(r.oid, b.oid, a.attnum, 'SELECT')
        GROUP BY 1, 2
        """

    private mutating func addColumn(_ row: Row) throws(PostgresError) {
        let name = QualifiedName(schema: try row.decode(0), name: try row.decode(1))
        let kind = try row.decode(2, as: String.self)
        let column = Column(
            typeOID: UInt32(truncatingIfNeeded: try row.decode(5, as: Int64.self)),
            typeName: try row.decode(6),
            isNullable: !(try row.decode(7, as: Bool.self)),
            isReadable: try row.decode(10)
        )
        let rowType = UInt32(truncatingIfNeeded: try row.decode(3, as: Int64.self))
        let hasRowSecurity = try row.decode(8, as: Bool.self)
        let isSchemaUsable = try row.decode(9, as: Bool.self)
        relations[
            name,
            default: Relation(
                isTable: ["r", "p", "m"].contains(kind),
                isComposite: kind == "c",
                rowType: rowType,
                hasRowSecurity: hasRowSecurity,
                isSchemaUsable: isSchemaUsable
            )
        ].columns[try row.decode(4, as: String.self)] = column
    }

    private mutating func addIndex(_ row: Row) throws(PostgresError) {
        let name = QualifiedName(schema: try row.decode(0), name: try row.decode(1))
        relations[name]?.indexes.append(
            Index(
                columns: try row.decode(5),
                isUnique: try row.decode(2),
                isPartial: try row.decode(3),
                method: try row.decode(4),
                isBytewise: try row.decode(6),
                operators: try row.decode(7),
                functions: try row.decode(8)
            )
        )
    }

    private mutating func addForeignKey(_ row: Row) throws(PostgresError) {
        let name = QualifiedName(schema: try row.decode(0), name: try row.decode(1))
        relations[name]?.foreignKeys.append(
            ForeignKey(
                columns: try row.decode(4),
                target: QualifiedName(schema: try row.decode(2), name: try row.decode(3)),
                targetColumns: try row.decode(5)
            )
        )
    }

    private mutating func addFunction(_ row: Row) throws(PostgresError) {
        let name = QualifiedName(schema: try row.decode(0), name: try row.decode(1))
        functions[name, default: []].append(
            Function(
                argumentTypes: try row.decode(4, as: [Int64].self).map { UInt32(truncatingIfNeeded: $0) },
                argumentNames: try row.decode(5),
                defaultCount: Int(try row.decode(6, as: Int32.self)),
                returnType: UInt32(truncatingIfNeeded: try row.decode(3, as: Int64.self)),
                returnsSet: try row.decode(2),
                language: try row.decode(7),
                isVolatile: try row.decode(8),
                isSecurityDefiner: try row.decode(9),
                hasSettings: try row.decode(10),
                uses: Set(try row.decode(11, as: [Int64].self)),
                columns: Set(try row.decode(12, as: [String].self)),
                objectID: try row.decode(13),
                argumentTypeNames: try row.decode(14),
                resultColumns: try row.decode(15),
                isCallable: try row.decode(16)
            )
        )
    }
}
