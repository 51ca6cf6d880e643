import CourtCore
import CourtFormats
import Mustache
import PluginKit
import Postgres

extension LetterCommands {
    /// 制作告知文书.
    func renderNotice(_ input: RenderNoticeInput, _ context: WriteContext) async throws -> RenderNoticePayload {
        try await NoticeRendering(input, in: context).run()
    }
}

/// Makes a letter's notices, one for each sender so that none reads another's address, and notes which edition it was.
private struct NoticeRendering {
    private let input: RenderNoticeInput
    private let context: WriteContext
    private let staff: Int64

    init(_ input: RenderNoticeInput, in context: WriteContext) throws(DomainError) {
        self.input = input
        self.context = context
        staff = try context.staff
    }

    func run() async throws -> RenderNoticePayload {
        let letter = try await letter()
        let isClear = try requirePurpose(letter)
        let template = try await NoticeEdition(input.kind, court: letter.courtCode, in: context.transaction)
        let values = try await NoticeValues(input.kind, of: letter, in: context)
        var senders = try await context.transaction.query(
            "SELECT id, name_masked, name_cipher FROM letters.letter_sender WHERE letter_id = \(letter.id) ORDER BY seq"
        ).map { try NoticeSender($0, isClear: isClear, in: context) }
        if isClear, !senders.isEmpty { try await log(letter) }
        if senders.isEmpty { senders = [NoticeSender()] }
        var notices: [RenderedNotice] = []
        for sender in senders {
            let body = template.text.render(values.object(for: sender.name))
            notices.append(
                RenderedNotice(
                    senderId: sender.id.map { EntityID($0) },
                    title: template.title,
                    html: NoticeText.page(title: template.title, body: body),
                    edition: template.edition
                )
            )
            keep(letter, template, sender, isClear: isClear)
        }
        context.audit(
            AuditEvent(
                "letter.noticeRendered",
                objectType: "Letter",
                objectID: letter.id,
                courtCode: letter.courtCode,
                changedFields: ["notices"],
                purpose: isClear ? AccessPurpose.notifyPetitioner.rawValue : nil
            )
        )
        return RenderNoticePayload(notices: notices)
    }

    private func letter() async throws -> LetterRow {
        let letter = try await LetterRow.lock(input.letterId.value, in: context.transaction)
        let principal = context.principal
        guard let letter, principal.sees(letter.visibility), letter.courtCode == principal.courtCode else {
            throw DomainError.absent("letterId")
        }
        guard principal.roles.contains(.clerk) || letter.assigneeID == staff else { throw DomainError.forbidden }
        return letter
    }

    /// Whether names are to be shown in clear: for one purpose only.
    private func requirePurpose(_ letter: LetterRow) throws(DomainError) -> Bool {
        guard let purpose = input.purpose.value else { return false }
        guard purpose == .notifyPetitioner else {
            throw DomainError(.init("PURPOSE_NOT_ALLOWED"), "目的不在授权范围", field: .input(["purpose"]))
        }
        return true
    }

    private func log(_ letter: LetterRow) async throws {
        try await LetterReveal(context, staff: staff).log(
            "Letter",
            letter.id,
            court: letter.courtCode,
            fields: ["NAME"],
            for: .notifyPetitioner,
            input.reason.value ?? ""
        )
        context.emit(
            OutboxEvent("access.revealed", objectID: letter.id, courtCode: letter.courtCode, sealed: letter.sealed)
        )
    }

    private func keep(_ letter: LetterRow, _ template: NoticeEdition, _ sender: NoticeSender, isClear: Bool) {
        context.write(
            """
            INSERT INTO letters.notice (letter_id, court_code, kind, sender_id, template_id, edition, shows_names, rendered_by, rendered_at)
            VALUES (\(letter.id), \(letter.courtCode), \(input.kind), \(sender.id), \(template.id), \(Int32(template.edition)),
                \(isClear), \(staff), \(context.clock.now))
            """
        )
    }
}

/// To whom a notice goes.
private struct NoticeSender {
    let id: Int64?
    let name: String

    /// A letter without a sender.
    init() {
        id = nil
        name = "来信人"
    }

    init(_ row: Row, isClear: Bool, in context: WriteContext) throws {
        id = try row.decode("id", as: Int64.self)
        let masked = try row.decode("name_masked", as: String.self)
        let cipher = try row.decode("name_cipher", as: [UInt8]?.self)
        guard isClear, let cipher, let personalData = context.service(PersonalData.self) else {
            name = masked
            return
        }
        name = try personalData.open(cipher, as: .name)
    }
}

/// The template that a notice is made of: the court's own in force, else the common one.
private struct NoticeEdition {
    let id: Int64?
    let edition: Int
    let title: String
    let text: MustacheTemplate

    init(_ kind: LetterTemplateKind, court: String, in transaction: Transaction) async throws {
        let row = try await transaction.queryOne(
            """
            SELECT t.id, t.edition, t.title, t.body FROM letters.notice_template t
            WHERE t.court_code = \(court) AND t.kind = \(kind) AND t.state = 'IN_FORCE'
            UNION ALL
            (SELECT NULL, c.version, c.title, c.text FROM letters.letter_template c WHERE c.kind = \(kind) ORDER BY c.key LIMIT 1)
            LIMIT 1
            """
        )
        guard let row else { throw DomainError.unmet("template", "没有在用的文书模板") }
        id = try row.decode("id", as: Int64?.self)
        edition = Int(try row.decode("edition", as: Int32.self))
        title = try row.decode("title")
        let body = try row.decode("body", as: String.self)
        try NoticeText.requireSound(body)
        text = try MustacheTemplate(string: body)
    }
}
