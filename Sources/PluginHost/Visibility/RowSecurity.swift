package import GraphQLPostgres
package import GraphQLSchema
package import Postgres

/// Row security of the tables whose types have `@visible`: one policy each, made as declared, and compared at every start.
package struct RowSecurity: Sendable {
    private let policies: [RowPolicy]
    private let pool: PostgresPool

    package init(_ policies: [RowPolicy], on pool: PostgresPool) {
        self.policies = policies
        self.pool = pool
    }

    /// Makes what is missing or differs; needs the tables' owner, after the migrations.
    ///
    /// - Returns: the tables whose policy was made.
    package func make() async throws -> [String] {
        guard !policies.isEmpty, try await !faults().isEmpty else { return [] }
        return try await pool.withTransaction { transaction in
            // Another server may be migrating at this moment.
            try await transaction.execute(script: "SELECT pg_advisory_xact_lock(\(Migrator.lockKey))")
            var made: [String] = []
            for state in try await states(transaction) where state.fault != nil && state.isTable {
                try await make(state, transaction)
                made.append(state.policy.relation)
            }
            try await transaction.execute(script: "SELECT core.settle_roles()")
            return made
        }
    }

    /// What differs from the declarations, a diagnostic each.
    package func faults() async throws -> [SchemaDiagnostic] {
        guard !policies.isEmpty else { return [] }
        return try await pool.withTransaction { transaction in
            try await states(transaction).compactMap { state in
                state.fault.map { fault in
                    SchemaDiagnostic(
                        "@visible of \(state.policy.typename): \(state.policy.relation) \(fault)",
                        provenance: [state.policy.provenance].compactMap(\.self)
                    )
                }
            }
        }
    }

    private func make(_ state: RowPolicyState, _ transaction: Transaction) async throws {
        let table = state.policy.relation
        try await transaction.execute(
            script: """
                ALTER TABLE \(table) ENABLE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS \(RowPolicyState.policyName) ON \(table);
                CREATE POLICY \(RowPolicyState.policyName) ON \(table) FOR SELECT TO \(SQLReader.role)
                    USING (\(state.source))
                """
        )
        try await transaction.execute(
            """
            INSERT INTO core.row_policy (relation, source, expression)
            SELECT \(table), \(state.source), pg_get_expr(polqual, polrelid) FROM pg_policy
            WHERE polrelid = to_regclass(\(table)) AND polname = \(RowPolicyState.policyName)
            """
        )
    }

    private func states(_ transaction: Transaction) async throws -> [RowPolicyState] {
        // PostgreSQL writes an expression as the search path has it.
        try await transaction.execute(script: "SET LOCAL search_path = pg_catalog, pg_temp")
        let rows = try await transaction.query(
            """
            SELECT coalesce(c.relkind IN ('r', 'p'), false) AS is_table, coalesce(c.relrowsecurity, false) AS is_on,
                pg_get_expr(p.polqual, p.polrelid) AS expression,
                p.polcmd = 'r' AND p.polpermissive AND p.polroles = ARRAY[to_regrole(\(SQLReader.role))::oid] AS is_for_reads,
                ARRAY(
                    SELECT a.attname::text FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND y.typcategory = 'A'
                ) AS lists,
                ARRAY(
                    SELECT o.polname::text FROM pg_policy o
                    WHERE o.polrelid = c.oid AND o.polname <> \(RowPolicyState.policyName) AND o.polpermissive
                        AND o.polcmd IN ('r', '*') AND EXISTS (
                            SELECT FROM unnest(o.polroles) role
                            WHERE role = 0 OR pg_has_role(to_regrole(\(SQLReader.role)), role, 'USAGE')
                        )
                    ORDER BY 1
                ) AS others,
                made.source AS made_source, made.expression AS made_expression
            FROM unnest(\(policies.map(\.relation))) WITH ORDINALITY named(relation, place)
            LEFT JOIN pg_class c ON c.oid = to_regclass(named.relation)
            LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = \(RowPolicyState.policyName)
            LEFT JOIN LATERAL (
                SELECT m.source, m.expression FROM core.row_policy m WHERE m.relation = named.relation ORDER BY m.id DESC LIMIT 1
            ) made ON true
            ORDER BY named.place
            """
        )
        return try zip(policies, rows).map { try RowPolicyState($0, $1) }
    }
}
