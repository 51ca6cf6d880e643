import PluginKit
import Postgres

extension LetterFact {
    /// The levels that the rules ask for a reply as it is drafted; none where no rule does.
    static let reviewLevels = Fact<[String]>(
        "review_levels",
        """
        letters.review_levels(r.court_code, r.source,
            EXISTS (SELECT FROM letters.claim_reply c WHERE c.letter_id = r.id AND c.outcome = 'SUPPORTED'),
            r.category = 'STAFF_CONDUCT', core.today())
        """
    )
}

extension LetterLife {
    static let reviewRuled = Check(
        "reviewRule",
        "未配置审核规则",
        [LetterFact.reviewLevels],
        refusal: DomainError(.reviewRuleMissing, "未配置审核规则")
    ) { subject in
        try !subject.facts(LetterFact.reviewLevels).isEmpty
    }
}

extension DomainError.Code {
    static let reviewRuleMissing = Self("REVIEW_RULE_MISSING")
}
