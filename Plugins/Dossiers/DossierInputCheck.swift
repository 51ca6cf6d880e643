import CourtFormats
import PluginKit

/// A new dossier's values after every check, every fault together.
struct DossierInputCheck {
    let title: String
    let noCaseReason: String?
    let claims: [String]
    let links: [Link]

    /// A case that the dossier is about (关联案件).
    struct Link {
        let caseNo: CaseNumber
        let relation: CaseRelation
        let effectiveOn: CalendarDate?
        let outcome: String?
    }

    init(_ input: OpenDossierInput, today: CalendarDate) throws(DomainErrors) {
        var errors = DomainErrors()
        title = errors.text(input.title, maximumLength: 200, field: Self.path("title"))
        if PersonalNumbers.isContained(in: input.title) {
            errors.add(DomainError(.personalDataInText, "标题不得含有身份证号码或电话号码", field: Self.path("title")))
        }
        errors.count(input.petitionerIds.count, field: Self.path("petitionerIds"))
        errors.count(input.claims.count, field: Self.path("claims"))
        errors.count(input.caseLinks.count, isRequired: false, field: Self.path("caseLinks"))
        claims = input.claims.enumerated().map { position, claim in
            let field = Self.path("claims", String(position), "text")
            return errors.text(claim.text, maximumLength: 2_000, isLong: true, field: field)
        }
        noCaseReason = errors.optionalText(
            input.noCaseReason.value,
            maximumLength: 500,
            isLong: true,
            field: Self.path("noCaseReason")
        )
        if input.caseLinks.isEmpty, input.noCaseReason.value?.isBlank != false {
            errors.add(DomainError(.textEmpty, "内容不能为空", field: Self.path("noCaseReason")))
        }
        links = input.caseLinks.enumerated().compactMap { errors.link($1, at: $0, today: today) }
        var seen: Set<CaseNumber> = []
        for (position, link) in input.caseLinks.enumerated() {
            guard let number = try? CaseNumber(parsing: link.caseNo, today: today) else { continue }
            if !seen.insert(number.withoutDocument).inserted {
                let field = Self.path("caseLinks", String(position), "caseNo")
                errors.add(DomainError(.caseNoDuplicate, "案号重复", field: field))
            }
        }
        try errors.throwIfAny()
    }

    fileprivate static func path(_ names: String...) -> InputPath { InputPath(["input"] + names) }
}

extension DomainErrors {
    fileprivate mutating func link(
        _ link: CaseLinkInput,
        at position: Int,
        today: CalendarDate
    ) -> DossierInputCheck.Link? {
        func field(_ name: String) -> InputPath { DossierInputCheck.path("caseLinks", String(position), name) }
        let caseNo = format(field("caseNo")) { () throws(FormatError) in
            try CaseNumber(parsing: link.caseNo, today: today)
        }
        let outcome = optionalText(link.outcome.value, maximumLength: 500, isLong: true, field: field("outcome"))
        if let effectiveOn = link.effectiveOn.value {
            if effectiveOn > today {
                add(DomainError(.dateInFuture, "日期不能晚于今日", field: field("effectiveOn")))
            } else if effectiveOn.year < caseNo?.year ?? CaseNumber.firstYear {
                add(DomainError(.dateOrder, "日期先后顺序错误", field: field("effectiveOn")))
            }
        }
        return caseNo.map {
            DossierInputCheck.Link(
                caseNo: $0,
                relation: link.relation,
                effectiveOn: link.effectiveOn.value,
                outcome: outcome
            )
        }
    }
}
