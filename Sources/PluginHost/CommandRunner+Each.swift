import FragmentExpansion
import GraphQLExecution
import GraphQLLanguage
import PluginKit

/// A mutation that does another one to each item of a list (`@each`): the one way of a change, item by item.
extension CommandRunner {
    /// What became of an item.
    private struct Outcome {
        let position: Int
        let key: Int64
        let faults: [GraphQLError]
    }

    /// Runs the other mutation's command on each item, each in a transaction of its own, and answers a `BulkPayload`.
    ///
    /// The list itself keeps its rules, or nothing is run; what an item breaks is that item's own answer.
    func run(
        _ mutation: String,
        onEachOf input: InputObject,
        of name: String,
        for request: Request
    ) async throws -> Payload {
        guard let command = composition.commands[mutation] else { throw HostErrors.forbidden }
        let rules = composition.inputRules
        let checked = rules.check(input, of: name, takesInput: true, on: request.clock.today)
        let own = DomainErrors(checked.faults.errors.filter { !Self.isOfItem($0) })
        do { try own.throwIfAny() } catch { throw HostErrors.presented(error) }
        let isTrial = input[InputExpansion.dryRun] == .boolean(true)
        guard case .list(let items)? = input[InputExpansion.items] else { return Self.payload([], isTrial) }
        var requestKey: String?
        if case .string(let key)? = input["idempotencyKey"] { requestKey = key }
        var outcomes: [Outcome] = []
        for (position, item) in items.enumerated() {
            guard case .object(let members) = item else { continue }
            let key = isTrial ? nil : requestKey.map { "\($0)#\(position + 1)" }
            let one = InputObject(members: Self.keyed(members, by: key, isTrial: isTrial))
            let faults = try await faults(of: command, one, isTrial, for: request)
            outcomes.append(Outcome(position: position + 1, key: Self.rowKey(of: members), faults: faults))
        }
        return Self.payload(outcomes, isTrial)
    }

    /// What an item is refused with; none where it was done.
    private func faults(
        of command: Command,
        _ input: InputObject,
        _ isTrial: Bool,
        for request: Request
    ) async throws -> [GraphQLError] {
        do {
            _ = try await run(command, input, takesInput: true, isTrial: isTrial, for: request) { _, _, _ in [] }
            return []
        } catch let failure as RequestFailure {
            return failure.errors
        } catch let error as GraphQLError {
            return [error]
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            request.report(error)
            return [GraphQLError("内部错误", code: "INTERNAL_SERVER_ERROR")]
        }
    }

    /// Whether a fault is within an item: `input.items.3.assigneeId`.
    private static func isOfItem(_ fault: DomainError) -> Bool {
        guard let segments = fault.field?.segments, segments.count > 2 else { return false }
        return segments[1] == InputExpansion.items
    }

    /// An item under its own key; one that is only tried has none.
    private static func keyed(
        _ members: [InputObject.Member],
        by key: String?,
        isTrial: Bool
    ) -> [InputObject.Member] {
        guard isTrial || key != nil else { return members }
        let others = members.filter { $0.name != "idempotencyKey" }
        guard let key else { return others }
        return others + [.init(name: "idempotencyKey", value: .string(key))]
    }

    /// The row that an item names; the first of its members is its key.
    private static func rowKey(of members: [InputObject.Member]) -> Int64 {
        guard let first = members.first(where: { $0.name.hasSuffix("Id") }), case .string(let text) = first.value else {
            return 0
        }
        return Int64(text) ?? 0
    }

    private static func payload(_ outcomes: [Outcome], _ isTrial: Bool) -> Payload {
        let failed = outcomes.count { !$0.faults.isEmpty }
        var payload = Payload()
        payload.cells = [
            ("dryRun", .boolean(isTrial)), ("done", .integer(of: outcomes.count - failed)),
            ("failed", .integer(of: failed)),
        ]
        let items = outcomes.map { outcome in
            Payload(cells: [
                ("position", .integer(of: outcome.position)), ("id", .key(outcome.key)),
                ("ok", .boolean(outcome.faults.isEmpty)),
            ])
        }
        let faults = outcomes.flatMap { outcome in
            outcome.faults.map { fault in
                Payload(cells: [
                    ("position", .integer(of: outcome.position)), ("id", .key(outcome.key)),
                    ("code", .text(fault.code ?? "INTERNAL_SERVER_ERROR")), ("message", .text(fault.message)),
                    ("field", field(of: fault).map { .text($0) } ?? .null),
                ])
            }
        }
        payload.lists = [("items", items), ("faults", faults)]
        return payload
    }

    private static func field(of fault: GraphQLError) -> String? {
        for member in fault.extensions where member.name == "field" {
            if case .string(let path) = member.value { return path }
        }
        return nil
    }
}
