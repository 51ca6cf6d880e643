import CourtCore
package import FieldEncryption
package import GraphQLExecution
import GraphQLLanguage
package import GraphQLPostgres
import GraphQLSchema
import GraphQLValidation
package import Logging
import PluginKit
import Postgres
import Synchronization

/// The server without its transport: a request's bytes in, a response's bytes out.
package final class Engine: GraphQLEndpoint {
    private let state: Mutex<EngineState>
    private let databases: Databases
    private let keys: KeyRing
    private let cursors: CursorCipher
    private let clock: ServerClock
    private let options: EngineOptions
    private let scalars = ScalarCoercions.court
    private let metrics = EngineMetrics()
    private let logger: Logger
    private let outages: OutageLog
    private let readiness: Readiness
    let worker: Worker

    package init(
        composition: Composition,
        mapping: ResolvedMapping,
        databases: Databases,
        keys: KeyRing,
        clock: ServerClock,
        options: EngineOptions = EngineOptions(),
        logger: Logger
    ) throws(FieldEncryptionError) {
        cursors = try CursorCipher(keys)
        self.databases = databases
        self.keys = keys
        self.clock = clock
        self.options = options
        self.logger = logger
        outages = OutageLog(logger: logger)
        readiness = Readiness(databases)
        worker = Worker(
            composition: composition,
            pool: databases.worker,
            clock: clock,
            options: options.work,
            logger: logger,
            outages: outages
        )
        state = Mutex(
            EngineState(
                composition: composition,
                mapping: mapping,
                documents: DocumentCache(
                    schema: composition.schema,
                    parserLimits: options.parserLimits,
                    options: ValidationOptions(
                        limits: options.requestLimits,
                        hidesSuggestions: options.hidesSuggestions,
                        hidesSelectionHints: options.hidesSuggestions,
                        personalDataDirective: PersonalDataInputs.directive
                    )
                ),
                databases: databases,
                keys: keys,
                clock: clock,
                anonymousRole: options.anonymousRole
            )
        )
    }

    /// Serves another schema from the next request on, such as one that a plugin's migration has made possible.
    ///
    /// Requests under way end on the former one. Trusted documents are prepared anew when they are next asked for.
    package func adopt(_ composition: Composition, mapping: ResolvedMapping) {
        let documents = current.documents.adopting(composition.schema)
        let next = EngineState(
            composition: composition,
            mapping: mapping,
            documents: documents,
            databases: databases,
            keys: keys,
            clock: clock,
            anonymousRole: options.anonymousRole
        )
        state.withLock { $0 = next }
        worker.adopt(composition)
    }

    package var composition: Composition { current.composition }

    package var publishedSchema: String { current.publishedSchema }

    private var current: EngineState { state.withLock { $0 } }

    /// The path of a request, from top to bottom: who → document → operation → variables → plan → cost → rows →
    /// bytes.
    package func respond(to request: GraphQLRequest, from origin: RequestOrigin) async -> GraphQLResponse {
        let response = await answer(request, from: origin)
        metrics.count(response.outcome)
        return response
    }

    package func refusal(of origin: RequestOrigin) async -> GraphQLResponse? {
        do {
            guard try await current.authenticator.caller(bearing: origin.bearerToken) == nil else { return nil }
            let response = GraphQLResponse.refusal([HostErrors.unauthenticated], outcome: .unauthenticated)
            metrics.count(response.outcome)
            return response
        } catch {
            let response = refusal(for: error, of: origin)
            metrics.count(response.outcome)
            return response
        }
    }

    package func knows(_ origin: RequestOrigin) -> Bool { current.authenticator.knows(origin.bearerToken) }

    private func answer(_ request: GraphQLRequest, from origin: RequestOrigin) async -> GraphQLResponse {
        // One state for the whole request, whatever is adopted meanwhile.
        let state = current
        do {
            guard let caller = try await state.authenticator.caller(bearing: origin.bearerToken) else {
                return .refusal([HostErrors.unauthenticated], outcome: .unauthenticated)
            }
            let document = try await Self.document(request.document, from: state.documents)
            let operation = try document.operation(named: request.operationName)
            let kind = operation.operation.kind
            guard origin.allowsMutation || kind == .query else {
                return .refusal([HostErrors.mutationOverGET], outcome: .methodNotAllowed)
            }
            try check(operation, of: caller)
            let inputs = PersonalDataInputs(schema: state.composition.schema, operation: operation)
            // What came by GET stood in the URL.
            if !origin.allowsMutation { try inputs.checkURL() }
            let variables = try VariableCoercion(
                schema: state.composition.schema,
                scalars: scalars,
                hidesValues: document.document.hidesVariables,
                personalVariables: document.document.personalVariables,
                hidesSuggestions: options.hidesSuggestions
            ).coerce(request.variables, for: operation.operation.variables, in: document.document.document.source)
            let plan = try document.plan(
                operation,
                named: request.operationName,
                variables: variables,
                callerKey: caller.permissionsKey,
                by: VettingPlanner(
                    planner: SQLPlanner(mapping: state.mapping, permissions: caller.permissions, cursors: cursors),
                    inputs: inputs
                ),
                scalars: scalars
            )
            try plan.checkCost(variables, limit: options.costLimit)
            return try await execute(plan, variables, for: caller, from: origin, in: state)
        } catch {
            return refusal(for: error, of: origin)
        }
    }

    private func refusal(for error: any Error, of origin: RequestOrigin) -> GraphQLResponse {
        switch error {
        case let error as GraphQLError: return .refusal([error])
        case let failure as ValidationFailure: return .refusal(failure.errors)
        case let failure as RequestFailure: return .refusal(failure.errors)
        case let error as PostgresError:
            outages.report("request failed", error, request: origin.requestID)
            return .refusal([error.clientError ?? .internalError])
        default:
            logger.error("request failed", metadata: ["request": "\(origin.requestID)", "error": "\(error)"])
            return .refusal([.internalError])
        }
    }

    /// A document that is not kept is parsed and validated away from the event loop, which others wait for.
    private static func document(
        _ bytes: [UInt8],
        from documents: DocumentCache
    ) async throws -> PreparedDocument {
        if let known = documents.known(bytes) { return known }
        return try await withTaskExecutorPreference(globalConcurrentExecutor) { try documents.document(bytes) }
    }

    private func execute(
        _ plan: Plan,
        _ variables: CoercedVariables,
        for caller: Caller,
        from origin: RequestOrigin,
        in state: EngineState
    ) async throws -> GraphQLResponse {
        let reading = clock.read()
        let context = caller.context(on: reading.today)
        let logger = logger
        let report: @Sendable (any Error) -> Void = { error in
            logger.error("internal error", metadata: ["request": "\(origin.requestID)", "error": "\(error)"])
        }
        let executor = Executor(schema: state.composition.schema, onInternalError: report)
        let level = LevelReading.Request(
            composition: state.composition,
            principal: caller.principal,
            clock: reading,
            requestID: origin.requestID,
            report: report
        )
        let lane = databases[origin.lane]
        if plan.kind == .mutation {
            // All that it reads, it reads in its commands' transactions: while one waits for a row, no reader waits.
            let session = CommandSession(
                context: context,
                reading: level,
                commands: state.commands,
                request: CommandRunner.Request(
                    caller: caller,
                    clock: reading,
                    requestID: origin.requestID,
                    writer: lane.writer,
                    report: report,
                    onWork: { [worker] in worker.wake() }
                )
            )
            return await executor.execute(plan, variables: variables, session: session)
        }
        return try await SQLReader.withReader(for: plan, on: lane.reader, context: context) { reader in
            let session = ReadingSession(reading: LevelReading(request: level, reader: reader))
            return await executor.execute(plan, variables: variables, session: session)
        }
    }

    private func check(_ operation: OperationSelection, of caller: Caller) throws(GraphQLError) {
        if options.restrictsIntrospection, !caller.permissions.contains("core.introspect"),
            operation.selectsIntrospection
        {
            throw GraphQLError("Introspection is not allowed.", code: "FORBIDDEN")
        }
    }

    // MARK: Materials

    /// What an upload or a download of a caller needs; nil for nobody, and for whoever brings no token.
    package func materials(for origin: RequestOrigin) async throws -> MaterialTransfer? {
        let state = current
        guard origin.bearerToken != nil, let caller = try await state.authenticator.caller(bearing: origin.bearerToken)
        else { return nil }
        let writer = databases[origin.lane].writer
        return MaterialTransfer(
            owners: state.composition.materials,
            storage: MaterialStorage(writer, folder: options.materials.folder),
            seal: MaterialSeal(keys),
            scanner: options.materials.scanner,
            request: CommandRunner.Request(
                caller: caller,
                clock: clock.read(),
                requestID: origin.requestID,
                writer: writer
            ),
            logger: logger
        )
    }

    /// What removes the uploads that are never finished.
    package var materialSweep: MaterialSweep {
        MaterialSweep(
            pool: databases.writer,
            storage: MaterialStorage(databases.writer, folder: options.materials.folder)
        )
    }

    /// The answer for what a transfer threw; what is not the client's is logged.
    package func refusal(ofTransfer error: any Error, from origin: RequestOrigin) -> [UInt8] {
        refusal(for: HostErrors.presented(error), of: origin).body
    }

    /// The answer for whoever brings no valid token.
    package var unauthenticated: [UInt8] {
        GraphQLResponse.refusal([HostErrors.unauthenticated], outcome: .unauthenticated).body
    }

    package func isReady() async -> Bool {
        do {
            try await readiness.check()
            return true
        } catch {
            outages.report("not ready", error)
            return false
        }
    }

    package func metricsText() async -> String {
        await metrics.text(databases) + worker.metricsText(asking: databases.health)
    }
}
