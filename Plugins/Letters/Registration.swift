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
        var faults = Faults()
        let fromOrg = faults.optionalText(input.fromOrg.value, IncomingLetter.referenceLimit, "fromOrg")
        if input.source.isTransferred, input.fromOrg.value?.isEmpty != false {
            faults.add(["fromOrg"], DomainError.Code.textEmpty.rawValue, "内容不能为空")
        }
        let letter = faults.letter(
            input,
            today: context.clock.today,
            isDueDateSetBySender: rule.amount == nil,
            maySenderSetDueDate: input.source.isDatedBySenders && fromOrg != nil
        )
        try faults.throwIfAny()
        let origin = LetterOrigin(court: court, source: input.source, fromOrg: fromOrg, batch: nil, rule: rule)
        let keys = try await LetterRegistrar(origin, in: context).register([letter])
        return LetterPayload(letter: keys.first, receipt: keys.first)
    }
}

extension Faults {
    /// Checks the content of a letter that is registered by itself.
    mutating func letter(
        _ input: RegisterLetterInput,
        today: CalendarDate,
        isDueDateSetBySender: Bool,
        maySenderSetDueDate: Bool = false
    ) -> IncomingLetter {
        let hasCome = past(input.receivedOn, today: today, "receivedOn")
        if let postmark = input.postmarkOn.value, postmark > input.receivedOn {
            add(["postmarkOn"], DomainError.Code.dateOrder.rawValue, "日期先后顺序错误")
        }
        if input.senders.count > IncomingLetter.senderLimit {
            add(["senders"], "TOO_MANY_REPRESENTATIVES", "代表人数不得超过5人")
        }
        let senders = input.senders.enumerated().map { position, sender in
            self.sender(
                Sender(
                    name: sender.name.value,
                    idNumber: sender.idNumber.value,
                    mobile: sender.mobile.value,
                    regionCode: sender.regionCode.value,
                    address: sender.address.value
                ),
                today: today
            ) { ["senders", String(position), $0] }
        }
        let jointCount = input.jointCount.value ?? senders.count
        if !(senders.count...100_000).contains(jointCount) {
            add(["jointCount"], DomainError.Code.inputInvalid.rawValue, "联名人数不得少于来信人数")
        }
        if input.caseNos.count > IncomingLetter.caseLimit {
            add(["caseNos"], DomainError.Code.inputInvalid.rawValue, "不得超过\(IncomingLetter.caseLimit)项")
        }
        var cases: [CaseNumber] = []
        for (position, text) in input.caseNos.enumerated() {
            let number = read(["caseNos", String(position)]) { () throws(FormatError) in
                try CaseNumber(parsing: text, today: today)
            }
            // A case that is cited twice is one.
            guard let number, !cases.contains(where: { $0.withoutDocument == number.withoutDocument }) else { continue }
            cases.append(number)
        }
        return IncomingLetter(
            externalRef: optionalNumber(input.externalRef.value, IncomingLetter.referenceLimit, "externalRef"),
            receivedOn: input.receivedOn,
            postmarkOn: input.postmarkOn.value,
            receivedVia: input.receivedVia,
            senders: senders,
            jointCount: jointCount,
            cases: cases,
            subject: text(input.subject, IncomingLetter.subjectLimit, "subject"),
            abstract: text(input.abstract, IncomingLetter.abstractLimit, isLong: true, "abstract"),
            matterClass: input.matterClass,
            category: input.category,
            dueOn: dueDate(
                input.dueOn.value,
                isSetBySender: isDueDateSetBySender,
                maySenderSet: maySenderSetDueDate,
                receivedOn: hasCome ? input.receivedOn : nil,
                "dueOn"
            )
        )
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
