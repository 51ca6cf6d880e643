import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// A case of an active dossier, as a notice or a consultation is made about it.
struct DossierCase {
    let dossier: Int64
    let handler: Int64
    let seq: Int32
    /// As the dossier has it.
    let caseNo: String

    /// Locks the dossier and finds the case among its links, whatever its number is written with.
    ///
    /// Whoever does not see the dossier is told NOT_FOUND.
    static func require(
        _ dossier: Int64,
        caseNo: String,
        in context: WriteContext
    ) async throws -> DossierCase {
        guard let row = try await DossierRow.lock(dossier, in: context.transaction),
            context.principal.sees(row.visibility)
        else { throw DomainError.absent("dossierId") }
        guard row.state == .active else { throw DomainError.unmet("dossierActive", "档案不在档") }
        let link = try await context.transaction.queryOne(
            """
            SELECT seq, case_no FROM dossiers.case_link
            WHERE dossier_id = \(dossier) AND dossiers.case_key(case_no) = dossiers.case_key(\(caseNo))
            ORDER BY case_no = \(caseNo) DESC, seq LIMIT 1
            """
        )
        guard let link else {
            throw DomainError(.notFound, "案件不在该档案的关联案件之中", field: .input(["caseNo"]))
        }
        return DossierCase(
            dossier: dossier,
            handler: row.handlerID,
            seq: try link.decode("seq"),
            caseNo: try link.decode("case_no")
        )
    }
}
