import GraphQLLanguage

extension Executor {
    /// Subscribes (GraphQL §6.2.3): creates the source stream and maps its events to responses.
    ///
    /// Errors before the first event refuse the subscription; those of an event stand in its response.
    package func subscribe(
        _ plan: Plan,
        variables: CoercedVariables,
        to source: some SubscriptionSource
    ) async -> Subscription {
        precondition(plan.kind == .subscription, "only a subscription has events")
        if let refusal = plan.root.refusal { return .refused(.refusal([refusal])) }
        let run = Run(executor: self, plan: plan, variables: variables)
        do {
            guard let field = plan.root.fields.first else {
                return .refused(.refusal([GraphQLError("Must provide a subscription field.", code: "BAD_REQUEST")]))
            }
            if case .refused(let error) = field.shape { throw error }
            guard let fetch = plan.levels.first?.first else { throw NoEvents() }
            let request = FetchRequest(fetch: fetch, parentBatch: nil, variables: variables)
            let events = try await source.events(for: request)
            let below = plan.fetches.filter { $0.id != fetch.id }.byLevel.filter { !$0.isEmpty }
            return .started(
                ResponseStream(events) { event in await run.respond(to: event, of: fetch, reading: below) }
            )
        } catch {
            return .refused(.refusal(run.errors(for: error, of: 0)))
        }
    }

    /// A root field that no source has events of.
    private struct NoEvents: Error {}
}

extension Executor.Run {
    /// ExecuteSubscriptionEvent (GraphQL §6.2.3.2): the event is the root field's row, what is below it is read now.
    fileprivate func respond(
        to event: SourceEvent,
        of fetch: Fetch,
        reading levels: [[Fetch]]
    ) async -> GraphQLResponse {
        do {
            return try await event.withSession(plan) { session in
                var rows = FetchedRows(fetchCount: plan.fetches.count)
                let value: RootValue
                do {
                    try rows.add(event.row, for: fetch)
                    try await self.fetch(levels, through: session, into: &rows)
                    value = .planned
                } catch {
                    value = .failed(errors(for: (error as? LevelFailure)?.error ?? error, of: 0))
                }
                return response(rows, [value])
            }
        } catch {
            return response(FetchedRows(fetchCount: plan.fetches.count), [.failed(errors(for: error, of: 0))])
        }
    }
}
