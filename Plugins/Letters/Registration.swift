import CourtCore
import CourtFormats
import PluginKit

extension LetterCommands {
    /// 登记来信: a letter that came by itself, or alone from another body.
    func registerLetter(_ input: RegisterLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        let court = try CourtCode(callerOf: context)
        let rule = try await DeadlineBook(context.transaction).rule(
            LetterOrigin.ruleKey(input.source),
            court: court.text,
            on: input.receivedOn
        )
        let fromOrg = input.fromOrg.value
        var faults = Faults()
        let jointCount = input.jointCount.value ?? input.senders.count
        if jointCount < input.senders.count {
            faults.add(["jointCount"], DomainError.Code.inputInvalid.rawValue, "联名人数不得少于来信人数")
        }
        let dueOn = faults.dueDate(
            input.dueOn.value,
            isSetBySender: rule.amount == nil,
            maySenderSet: input.source.isDatedBySenders && fromOrg != nil,
            receivedOn: input.receivedOn,
            "dueOn"
        )
        try faults.throwIfAny()
        let letter = try IncomingLetter(input, jointCount: jointCount, dueOn: dueOn, today: context.clock.today)
        let origin = LetterOrigin(court: court, source: input.source, fromOrg: fromOrg, batch: nil, rule: rule)
        let keys = try await LetterRegistrar(origin, in: context).register([letter])
        return LetterPayload(letter: keys.first, receipt: keys.first)
    }
}

extension CourtCode {
    /// The caller's own court.
    init(callerOf context: WriteContext) throws(DomainError) {
        try self.init(named: context.principal.courtCode, field: nil)
    }

    /// A court's code; of no possible form: COURT_CODE_UNKNOWN.
    init(named text: String, field: InputPath?) throws(DomainError) {
        do { try self.init(parsing: text) } catch {
            throw DomainError(.init(error.code), error.message, field: field)
        }
    }
}
