import PluginKit
import Postgres

/// A case that is linked to a dossier, as it is written: the link, and who tried the case.
struct CaseLinkRow {
    let dossier: Int64
    let court: String
    let seq: Int
    let link: CaseLinkInput

    var statements: [SQL] {
        var statements: [SQL] = [
            """
            INSERT INTO dossiers.case_link (dossier_id, seq, court_code, case_no, relation, effective_on, outcome)
            VALUES (\(dossier), \(Int32(seq)), \(court), \(link.caseNo), \(link.relation.rawValue), \(link.effectiveOn.value),
                \(link.outcome.value))
            """
        ]
        for (place, judge) in link.originalJudges.enumerated() {
            statements.append(
                """
                INSERT INTO dossiers.case_link_judge (dossier_id, link_seq, position, court_code, name, staff_id)
                VALUES (\(dossier), \(Int32(seq)), \(Int32(place + 1)), \(court), \(judge.name), \(judge.staffId.value?.value))
                """
            )
        }
        return statements
    }
}
