import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension LetterCommands {
    /// 替换作废件: the right letter under the number of an item that was registered in error.
    func replaceVoidedItem(_ input: ReplaceVoidedItemInput, _ context: WriteContext) async throws -> LetterPayload {
        let item = try await VoidedItem(input.voidedLetterId.value, in: context)
        let rule = try await DeadlineBook(context.transaction).rule(
            LetterOrigin.ruleKey(item.source),
            court: item.court.text,
            on: item.receivedOn
        )
        var faults = Faults()
        let dueOn = faults.dueDate(
            input.dueOn.value,
            isSetBySender: rule.amount == nil,
            maySenderSet: item.source.isDatedBySenders,
            receivedOn: item.receivedOn,
            "dueOn"
        )
        try faults.throwIfAny()
        let letter = try IncomingLetter(
            input.registration(of: item),
            itemNo: item.itemNo,
            jointCount: input.senders.count,
            dueOn: dueOn,
            today: context.clock.today
        )
        let origin = LetterOrigin(
            court: item.court,
            source: item.source,
            fromOrg: item.fromOrg,
            batch: item.batch,
            rule: rule
        )
        let keys = try await LetterRegistrar(origin, in: context).register([letter])
        if let key = keys.first {
            context.write("UPDATE letters.letter SET replaces_id = \(item.id) WHERE id = \(key)")
        }
        return LetterPayload(letter: keys.first, receipt: keys.first)
    }
}

extension ReplaceVoidedItemInput {
    fileprivate func registration(of item: VoidedItem) -> RegisterLetterInput {
        RegisterLetterInput(
            source: item.source,
            receivedOn: item.receivedOn,
            receivedVia: .transfer,
            externalRef: externalRef,
            senders: senders,
            caseNos: caseNos,
            subject: subject,
            abstract: abstract,
            matterClass: matterClass,
            category: category
        )
    }
}

/// An item of a batch that was registered in error, and that no other letter has taken the place of.
private struct VoidedItem {
    let id: Int64
    let court: CourtCode
    let source: LetterSource
    let fromOrg: String
    let receivedOn: CalendarDate
    let batch: LetterOrigin.Batch
    let itemNo: Int

    /// NOT_FOUND for whoever may not know of it; GUARD_FAILED for one that is no void item, or was replaced.
    init(_ id: Int64, in context: WriteContext) async throws {
        let letter = try await LetterRow.lock(id, in: context.transaction)
        guard let letter, letter.courtCode == context.principal.courtCode,
            context.principal.sees(letter.visibility) || LetterLife.isRegistrar(letter, context.principal)
        else { throw DomainError.absent("voidedLetterId") }
        guard letter.state == .voided else { throw DomainError.unmet("voided", "该件未作废") }
        let row = try await context.transaction.queryOne(
            """
            SELECT b.id AS batch, b.batch_no, b.from_org, b.source, b.received_on, l.item_no,
                EXISTS (SELECT FROM letters.letter o WHERE o.transfer_batch_id = b.id AND o.item_no = l.item_no AND o.state <> 'VOIDED')
                    AS replaced
            FROM letters.letter l JOIN letters.transfer_batch b ON b.id = l.transfer_batch_id WHERE l.id = \(id)
            """
        )
        guard let row else { throw DomainError.unmet("ofBatch", "该件不属于转办批次") }
        guard try !row.decode("replaced", as: Bool.self) else { throw DomainError.unmet("notReplaced", "该件已替换") }
        self.id = id
        court = try CourtCode(named: letter.courtCode, field: nil)
        source = try row.name("source")
        fromOrg = try row.decode("from_org")
        receivedOn = try row.decode("received_on")
        batch = LetterOrigin.Batch(id: try row.decode("batch"), number: try row.decode("batch_no"))
        itemNo = Int(try row.decode("item_no", as: Int32.self))
    }
}
