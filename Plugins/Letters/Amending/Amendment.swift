import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension LetterLife {
    /// 更正登记: what was registered wrongly, with its reason; what stood before is kept beside it.
    static let amend = LetterAct("letter.amended", knows: isRegistrar) { (input: AmendLetterInput, change) in
        guard input.changesSomething else {
            throw DomainError(.inputInvalid, "未填写需要更正的内容", field: .input(["reason"]))
        }
        if let postmark = input.postmarkOn.value {
            try DomainError.require(change.before.receivedOn, notBefore: postmark, "postmarkOn")
        }
        change.keepFormerContent(AmendLetterInput.mutation, by: try change.staff)
        try change.amendContent(input)
        try change.amendCases(input.caseNos.value)
        try await change.amendSenders(input.senders.value ?? [])
        try change.keepReason(AmendLetterInput.mutation, input.reason)
        guard let subject = input.subject.value, let registration = change.before.registrationID,
            let registry = change.context.service((any PetitionCorrection).self)
        else { return }
        change.afterwards { context in
            try await registry.correct(registration: registration, summary: subject, in: context)
        }
    }
}

extension AmendLetterInput {
    fileprivate var changesSomething: Bool {
        subject.value != nil || abstract.value != nil || postmarkOn.isGiven || externalRef.isGiven
            || caseNos.value != nil || senders.value?.isEmpty == false
    }
}

extension LetterChange {
    /// Keeps the content as it stands, before it is written over.
    fileprivate mutating func keepFormerContent(_ action: String, by staff: Int64) {
        write(
            "amendments",
            """
            INSERT INTO letters.letter_amendment (letter_id, court_code, action, by_id, at, subject, abstract, postmark_on,
                external_ref, case_nos)
            SELECT l.id, l.court_code, \(action), \(staff), \(now), l.subject, l.abstract, l.postmark_on, l.external_ref,
                ARRAY(SELECT c.case_no FROM letters.letter_case c WHERE c.letter_id = l.id ORDER BY c.seq)
            FROM letters.letter l WHERE l.id = \(before.id)
            """
        )
    }

    /// The texts and dates, which no other change of a letter reads.
    fileprivate mutating func amendContent(_ input: AmendLetterInput) throws(DomainError) {
        var assignments: [(field: String, sql: SQL)] = []
        if let subject = input.subject.value { assignments.append(("subject", "subject = \(subject)")) }
        if let abstract = input.abstract.value { assignments.append(("abstract", "abstract = \(abstract)")) }
        if input.postmarkOn.isGiven {
            assignments.append(("postmarkOn", "postmark_on = \(input.postmarkOn.value)"))
        }
        if input.externalRef.isGiven {
            assignments.append(("externalRef", "external_ref = \(input.externalRef.value)"))
        }
        guard !assignments.isEmpty else { return }
        let set = SQL(joining: assignments.map(\.sql), separator: ", ")
        for assignment in assignments { touch(assignment.field) }
        write(assignments[0].field, "UPDATE letters.letter SET \(set) WHERE id = \(before.id)")
    }

    fileprivate mutating func amendCases(_ texts: [String]?) throws {
        guard let texts else { return }
        var cases: [CaseNumber] = []
        for text in texts {
            let number = try CaseNumber(parsing: text, today: today)
            if !cases.contains(where: { $0.withoutDocument == number.withoutDocument }) { cases.append(number) }
        }
        delete("caseLinks", from: "letters.letter_case")
        for (position, number) in cases.enumerated() {
            insert(
                "caseLinks",
                into: "letters.letter_case",
                "seq, case_no, format, year, case_court_code, type_code",
                """
                \(Int32(position + 1)), \(number.text), \(number.form.rawValue), \(Int32(number.year)), \(number.courtCode?.text),
                \(number.typeCode)
                """
            )
        }
    }
}
