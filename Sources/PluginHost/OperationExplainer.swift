package import CourtFormats
package import FieldEncryption
package import GraphQLExecution
import GraphQLLanguage
package import GraphQLPostgres
import GraphQLValidation
package import PluginKit
import Postgres

/// Explains how an operation would be read for a caller: plan, SQL, and what PostgreSQL makes of it.
package struct OperationExplainer: Sendable {
    /// Whose request it would be.
    package struct Asking: Sendable {
        /// The member of staff (工号) who asks.
        package var staffNo: String?
        /// The court (法院代字), without a member of staff.
        package var courtCode: String?
        /// Without them, those of the member of staff.
        package var roles: Set<Role>?
        /// In the place of those that the roles hold.
        package var permissions: Set<String>?

        package init(
            staffNo: String? = nil,
            courtCode: String? = nil,
            roles: Set<Role>? = nil,
            permissions: Set<String>? = nil
        ) {
            self.staffNo = staffNo
            self.courtCode = courtCode
            self.roles = roles
            self.permissions = permissions
        }
    }

    private let composition: Composition
    private let mapping: ResolvedMapping
    private let databases: Databases
    private let cursors: CursorCipher
    private let options: EngineOptions

    /// `mapping` is the composition's, checked against the databases' catalog; `keys` those of the server whose cursors are given.
    package init(
        composition: Composition,
        mapping: ResolvedMapping,
        databases: Databases,
        keys: KeyRing,
        options: EngineOptions = EngineOptions()
    ) throws(FieldEncryptionError) {
        cursors = try CursorCipher(keys)
        self.composition = composition
        self.mapping = mapping
        self.databases = databases
        self.options = options
    }

    /// The explanation; throws `GraphQLError`, `ValidationFailure` or `RequestFailure` for what is wrong with the request,
    /// `DomainError` for an unknown caller or permission.
    package func explanation(
        of request: GraphQLRequest,
        for asking: Asking,
        on today: CalendarDate,
        depth: ExplainingSession.Depth
    ) async throws -> Explanation {
        let caller = try await caller(asking)
        let documents = DocumentCache(
            schema: composition.schema,
            parserLimits: options.parserLimits,
            options: ValidationOptions(limits: options.requestLimits)
        )
        let document = try documents.document(request.document)
        let operation = try document.operation(named: request.operationName)
        let scalars = ScalarCoercions.court
        let variables = try VariableCoercion(schema: composition.schema, scalars: scalars)
            .coerce(request.variables, for: operation.operation.variables, in: document.document.document.source)
        let plan = try operation.plan(
            for: operation.variant(for: variables),
            by: SQLPlanner(mapping: mapping, permissions: caller.permissions, cursors: cursors),
            scalars: scalars
        )
        try plan.checkCost(variables, limit: options.costLimit)
        let clock = BusinessClock(today: today, now: .now())
        return try await Explanation.of(
            plan,
            variables: variables,
            schema: composition.schema,
            on: databases.reader,
            context: caller.context(on: today),
            depth: depth
        ) { reader in
            ReadingSession(
                reading: LevelReading(
                    request: LevelReading.Request(
                        composition: composition,
                        principal: caller.principal,
                        clock: clock,
                        requestID: "explain",
                        report: { _ in }
                    ),
                    reader: reader
                )
            )
        }
    }

    private func caller(_ asking: Asking) async throws -> Caller {
        let principal = try await TokenStore(databases.writer).principal(
            named: "docket explain",
            staffNo: asking.staffNo,
            courtCode: asking.courtCode,
            roles: asking.roles
        )
        guard let principal else {
            throw DomainError(.notFound, "工号\(asking.staffNo ?? "-")或法院\(asking.courtCode ?? "-")不存在")
        }
        let known = composition.permissionNames
        for name in asking.permissions ?? [] where !known.contains(name) {
            throw DomainError(.notFound, "权限\(name)不存在；可用：\(known.sorted().joined(separator: "、"))")
        }
        return Caller(
            principal: principal,
            permissions: asking.permissions ?? composition.permissions(of: principal.roles)
        )
    }
}
