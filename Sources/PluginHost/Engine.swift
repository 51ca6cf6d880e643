package import FieldEncryption
package import GraphQLExecution
import GraphQLLanguage
package import GraphQLPostgres
import GraphQLSchema
import GraphQLValidation
package import Logging
import PluginKit
import Postgres

/// The server without its transport: a request's bytes in, a response's bytes out.
package final class Engine: GraphQLEndpoint {
    package let composition: Composition
    package let publishedSchema: String
    private let mapping: ResolvedMapping
    private let databases: Databases
    private let clock: ServerClock
    private let options: EngineOptions
    private let authenticator: Authenticator
    private let commands: CommandRunner
    private let documents: DocumentCache
    private let scalars = ScalarCoercions.court
    private let metrics = EngineMetrics()
    private let logger: Logger

    package init(
        composition: Composition,
        mapping: ResolvedMapping,
        databases: Databases,
        keys: KeyRing,
        clock: ServerClock,
        options: EngineOptions = EngineOptions(),
        logger: Logger
    ) {
        self.composition = composition
        self.mapping = mapping
        self.databases = databases
        self.clock = clock
        self.options = options
        self.logger = logger
        publishedSchema = composition.schema.printed
        documents = DocumentCache(
            schema: composition.schema,
            parserLimits: options.parserLimits,
            options: ValidationOptions(limits: options.requestLimits, hidesSuggestions: options.hidesSuggestions)
        )
        authenticator = Authenticator(tokens: TokenStore(databases.writer), composition: composition)
        commands = CommandRunner(composition: composition, writer: databases.writer, keys: keys)
    }

    /// The path of a request, from top to bottom: who → document → operation → variables → plan → cost → rows →
    /// bytes.
    package func respond(to request: GraphQLRequest, from origin: RequestOrigin) async -> GraphQLResponse {
        let response = await answer(request, from: origin)
        metrics.count(response.outcome)
        return response
    }

    private func answer(_ request: GraphQLRequest, from origin: RequestOrigin) async -> GraphQLResponse {
        do {
            guard let token = origin.bearerToken, let caller = try await authenticator.caller(bearing: token) else {
                return .refusal([HostErrors.unauthenticated], outcome: .unauthenticated)
            }
            let document = try documents.document(request.document)
            let operation = try document.operation(named: request.operationName)
            let kind = operation.operation.kind
            guard origin.allowsMutation || kind == .query else {
                return .refusal([HostErrors.mutationOverGET], outcome: .methodNotAllowed)
            }
            try check(operation, of: caller)
            let variables = try VariableCoercion(
                schema: composition.schema,
                scalars: scalars,
                // What is written may be personal data: no message repeats it.
                hidesValues: kind == .mutation,
                hidesSuggestions: options.hidesSuggestions
            ).coerce(request.variables, for: operation.operation.variables, in: document.document.document.source)
            let plan = try document.plan(
                operation,
                named: request.operationName,
                variables: variables,
                callerKey: caller.permissionsKey,
                by: SQLPlanner(mapping: mapping, permissions: caller.permissions),
                scalars: scalars
            )
            try plan.checkCost(variables, limit: options.costLimit)
            return try await execute(plan, variables, for: caller, from: origin)
        } catch let error as GraphQLError {
            return .refusal([error])
        } catch let failure as ValidationFailure {
            return .refusal(failure.errors)
        } catch let failure as RequestFailure {
            return .refusal(failure.errors)
        } catch let error as PostgresError {
            logger.error("request failed", metadata: ["request": "\(origin.requestID)", "error": "\(error)"])
            return .refusal([error.clientError ?? .internalError])
        } catch {
            logger.error("request failed", metadata: ["request": "\(origin.requestID)", "error": "\(error)"])
            return .refusal([.internalError])
        }
    }

    private func execute(
        _ plan: Plan,
        _ variables: CoercedVariables,
        for caller: Caller,
        from origin: RequestOrigin
    ) async throws -> GraphQLResponse {
        let reading = clock.read()
        let context = caller.context(on: reading.today)
        let logger = logger
        let executor = Executor(schema: composition.schema) { error in
            logger.error("internal error", metadata: ["request": "\(origin.requestID)", "error": "\(error)"])
        }
        return try await SQLReader.withReader(for: plan, on: databases.reader, context: context) { reader in
            await executor.execute(
                plan,
                variables: variables,
                session: HostSession(
                    caller: caller,
                    context: context,
                    composition: composition,
                    reader: reader,
                    commands: commands,
                    request: CommandRunner.Request(caller: caller, clock: reading, requestID: origin.requestID)
                )
            )
        }
    }

    private func check(_ operation: OperationSelection, of caller: Caller) throws(GraphQLError) {
        if operation.operation.kind == .mutation {
            try PersonalDataLiterals(schema: composition.schema, operation: operation).check()
        }
        if options.restrictsIntrospection, !caller.permissions.contains("core.introspect"),
            operation.selectsIntrospection
        {
            throw GraphQLError("Introspection is not allowed.", code: "FORBIDDEN")
        }
    }

    package func isReady() async -> Bool {
        do {
            try await databases.reader.ping()
            try await databases.writer.ping()
            return true
        } catch {
            logger.warning("not ready", metadata: ["error": "\(error)"])
            return false
        }
    }

    package func metricsText() async -> String { metrics.text(databases) }
}
