import CourtFormats
public import Postgres

extension Workflow {
    /// The one way of a change: a person who answers for it, lock and facts, access, version, state and role, relation,
    /// dates, guards, decision, what follows from it, one write, its records.
    public func change(
        _ act: Act<Row>,
        _ input: any ChangeInput,
        _ context: WriteContext
    ) async throws -> Int64 {
        // Before the row is looked at, so that the refusal says nothing of it.
        _ = try context.staff
        let principal = context.principal
        let rows = transitions.filter { $0.action == act.name && !$0.isFollowed }
        let facts = (act.reads + rows.flatMap { $0.facts(for: input) }).distinct
        guard let (before, values) = try await lock(input.rowID.value, facts, context) else {
            throw DomainError.absent(Row.keyField)
        }
        if let refusal = admits(act, before, principal) { throw refusal }
        guard rows.contains(where: { $0.acts(on: before, principal) }) else { throw DomainError.forbidden }
        guard before.version == input.version else { throw Self.versionConflict(current: before.version) }

        let open = try open(act.name, in: before.state, to: principal).filter { $0.acts(on: before, principal) }
        // In this state another court acts.
        guard !open.isEmpty else { throw DomainError.forbidden }
        let subject = Subject(before, principal: principal, today: context.clock.today, facts: values, input: input)
        try check(input.rowDates, before)
        let transition = try choose(try related(open, subject), subject)

        var change = Change(context, before, values)
        change.row.state = transition.to ?? before.state
        try await act.decide(input, &change)
        write([try await finish(&change, act.event, act.isAnnounced)], context)
        for body in change.afterwards { try await body(context) }
        return before.id
    }

    /// What the system does to rows, by the table: each that its state lets follow is locked, decided and written.
    ///
    /// Answers the rows that followed, as they have become.
    @discardableResult
    public func follow(
        _ name: String,
        where condition: SQL,
        _ context: WriteContext,
        _ decide: (inout Change<Row>) async throws -> Void = { _ in }
    ) async throws -> [Row] {
        let transitions = transitions.filter { $0.isFollowed && $0.action == name }
        let locked = try await context.transaction.query(Row.lockStatement(where: condition)).map { try Row($0) }
        let facts = transitions.flatMap { $0.facts(for: nil) }.distinct
        let values = try await read(facts, of: locked.map(\.id), context)
        var outcomes: [Outcome] = []
        var afterwards: [@Sendable (WriteContext) async throws -> Void] = []
        var rows: [Row] = []
        for row in locked {
            let found = values[row.id] ?? FactValues()
            let subject = Subject(row, principal: context.principal, today: context.clock.today, facts: found)
            let open = try transitions.first { transition in
                try transition.from.contains(row.state) && transition.guards.allSatisfy { try $0.holds(subject) }
            }
            guard let open else { continue }
            var change = Change(context, row, found)
            change.row.state = open.to ?? row.state
            try await decide(&change)
            outcomes.append(try await finish(&change, open.event, false))
            afterwards += change.afterwards
            rows.append(change.row)
        }
        write(outcomes, context)
        for body in afterwards { try await body(context) }
        return rows
    }

    /// A row that is made, with the events of its making.
    public func made(_ id: Int64, by action: String, court: String, sealed: Bool = false, in context: WriteContext) {
        guard let making = makings.first(where: { $0.action == action }) else { return }
        context.audit(AuditEvent(making.event, objectType: Row.typeName, objectID: id, courtCode: court))
    }

    /// What a change writes and leaves on record.
    private struct Outcome {
        let statements: [SQL]
        let audit: AuditEvent
        let announced: OutboxEvent?
    }

    private func finish(
        _ change: inout Change<Row>,
        _ event: String,
        _ isAnnounced: Bool
    ) async throws -> Outcome {
        try await consequences(&change)
        let row = change.row
        let changes = row.changes(since: change.before)
        var fields: [String] = []
        for field in changes.map(\.field) + change.fields where !fields.contains(field) { fields.append(field) }
        return Outcome(
            statements: [row.updateStatement(changes, at: change.now)] + change.statements,
            audit: AuditEvent(
                event,
                objectType: Row.typeName,
                objectID: row.id,
                courtCode: row.courtCode,
                changedFields: fields
            ),
            announced: isAnnounced
                ? OutboxEvent(
                    event,
                    objectID: row.id,
                    courtCode: row.courtCode,
                    state: row.state.rawValue,
                    sealed: row.visibility.isSealed || change.before.visibility.isSealed
                ) : nil
        )
    }

    private func write(_ outcomes: [Outcome], _ context: WriteContext) {
        context.write(outcomes.flatMap(\.statements))
        for outcome in outcomes {
            context.audit(outcome.audit)
            if let event = outcome.announced { context.emit(event) }
        }
    }

    /// Locks a row, then reads what hangs on it, in one round trip: the second statement sees what others have committed.
    private func lock(
        _ id: Int64,
        _ facts: [any AnyFact],
        _ context: WriteContext
    ) async throws -> (Row, FactValues)? {
        var statements = [Row.lockStatement(where: "r.id = \(id)")]
        if !facts.isEmpty { statements.append(Row.factStatement(facts, ids: [id])) }
        let results = try await context.first(statements)
        guard let row = results[0].first else { return nil }
        var values = FactValues()
        if let read = results.dropFirst().first?.first { try values.read(facts, from: read) }
        return (try Row(row), values)
    }

    private func read(
        _ facts: [any AnyFact],
        of ids: [Int64],
        _ context: WriteContext
    ) async throws -> [Int64: FactValues] {
        guard !facts.isEmpty, !ids.isEmpty else { return [:] }
        var values: [Int64: FactValues] = [:]
        for row in try await context.transaction.query(Row.factStatement(facts, ids: ids)) {
            var found = FactValues()
            try found.read(facts, from: row)
            values[try row.decode("row_key")] = found
        }
        return values
    }

    /// The rows whose relations admit the actor; the first refusal where there is none.
    private func related(_ open: [Transition], _ subject: Subject<Row>) throws -> [Transition] {
        var refusal: DomainError?
        let admitted = try open.filter { transition in
            for relation in transition.relations {
                guard let found = try relation.refusal(subject) else { continue }
                refusal = refusal ?? found
                return false
            }
            return true
        }
        if admitted.isEmpty, let refusal { throw refusal }
        return admitted
    }

    private func check(_ dates: [RowDate], _ row: Row) throws(DomainErrors) {
        var errors = DomainErrors()
        for date in dates {
            guard let earliest = row.date(of: date.field), date.date < earliest else { continue }
            errors.add(DomainError(.dateOrder, "日期先后顺序错误", field: date.path))
        }
        try errors.throwIfAny()
    }

    private static func versionConflict(current: Int) -> DomainError {
        DomainError(
            .versionConflict,
            "数据已被他人修改，请刷新",
            field: .input(["version"]),
            details: [.init("version", .integer(current))]
        )
    }
}

// What a plugin offers of it.
extension Workflow {
    /// A command for each act.
    public var commands: [Command] {
        acts.map { act in
            Command(name: act.name) { input, context in
                payload(try await change(act, try act.decode(input), context))
            }
        }
    }

    /// The resolver of `availableActions`: what the caller can do to a row now, with the right input.
    public var availableActions: BatchResolver {
        let facts = transitions.flatMap { $0.facts(for: nil) }.distinct
        return BatchResolver(type: Row.typeName, field: "availableActions", reads: true) {
            (keys: [Int64], context) async throws -> [[String]] in
            // Whoever acts on a row is named.
            guard context.principal.staffID != nil else { return keys.map { _ in [] } }
            let offered = acts.filter { $0.isOffered(context) }
            var actions: [Int64: [String]] = [:]
            for read in try await context.query(Row.statement(facts, ids: keys)) {
                let row = try Row(read)
                var values = FactValues()
                try values.read(facts, from: read)
                let subject = Subject(row, principal: context.principal, today: context.clock.today, facts: values)
                actions[row.id] = try offered.filter { try offers($0, subject) }.map(\.name)
            }
            return keys.map { actions[$0] ?? [] }
        }
    }
}
