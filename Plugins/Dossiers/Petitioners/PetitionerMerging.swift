import CourtCore
import PluginKit
import Postgres

// 合并信访人: two entries of one person; values stay where they are, matters move and can be moved back.
extension PetitionerLife {
    static let merge = PetitionerAct("petitioner.merged") { (input: MergePetitionersInput, change) in
        let context = change.context
        let kept = try await PetitionerRow.lock(input.intoId.value, in: context.transaction)
        guard let kept, context.principal.sees(kept.visibility), kept.courtCode == change.before.courtCode,
            kept.sealed == change.before.sealed, kept.state == .active
        else { throw DomainError.absent("intoId") }
        let merged = change.before.id
        change.row.mergedIntoID = kept.id
        change.row.mergedOn = change.today
        change.write(
            "registrations",
            "SELECT dossiers.merge_petitioner(\(merged), \(kept.id), \(input.reason), \(try change.staff), \(change.today))"
        )
        change.touch("dossiers")
        try await IdentityConflictLife.workflow.follow(
            IdentityConflictLife.settle,
            where: conflict(merged, kept.id, in: .open),
            context
        ) { conflict in
            conflict.row.settledOn = conflict.today
            conflict.row.settledByID = context.principal.staffID
        }
    }

    static let unmerge = PetitionerAct("petitioner.unmerged") { (input: UnmergePetitionersInput, change) in
        guard let kept = change.before.mergedIntoID else { return }
        let merged = change.before.id
        change.row.mergedIntoID = nil
        change.row.mergedOn = nil
        change.write(
            "registrations",
            "SELECT dossiers.unmerge_petitioner(\(merged), \(input.reason), \(try change.staff), \(change.today))"
        )
        change.touch("dossiers")
        try await IdentityConflictLife.workflow.follow(
            IdentityConflictLife.reopen,
            where: conflict(merged, kept, in: .merged),
            change.context
        ) { conflict in
            conflict.row.settledOn = nil
            conflict.row.settledByID = nil
        }
    }

    private static func conflict(_ one: Int64, _ other: Int64, in state: IdentityConflictState) -> SQL {
        """
        r.state = \(state.rawValue)
            AND (r.petitioner_id = \(one) AND r.other_id = \(other) OR r.petitioner_id = \(other) AND r.other_id = \(one))
        """
    }

    static let intoAnother = Check("intoAnother", "不得并入自身", of: MergePetitionersInput.self) { input, subject in
        input.intoId.value != subject.row.id
    }

    static let intoSameKind = Check("intoSameKind", "信访人类型不同", of: MergePetitionersInput.self) {
        "EXISTS (SELECT FROM dossiers.petitioner k WHERE k.id = \($0.intoId.value) AND k.kind = r.kind AND r.kind <> 'ANONYMOUS')"
    }

    /// Two numbers of one kind of document are two persons, until one of them is amended.
    static let numbersAgree = Check("numbersAgree", "同类证件的号码不同", of: MergePetitionersInput.self) {
        """
        NOT EXISTS (
            SELECT FROM dossiers.petitioner k
            WHERE k.id = \($0.intoId.value) AND k.id_doc_type = r.id_doc_type AND k.id_number_hash <> r.id_number_hash
        )
        """
    }

    static let noneMergedInto = Check(
        "noneMergedInto",
        "已有其他记录并入本记录，请以本记录为保留者",
        sql: "NOT EXISTS (SELECT FROM dossiers.petitioner m WHERE m.merged_into_id = r.id)"
    )

    static let undoable = Check(
        "undoable",
        "已超过撤销合并的期限",
        sql: "coalesce(r.merged_on + dossiers.limit_of('petitioner.unmerge', r.court_code) >= core.today(), false)"
    )
}

/// The life of a doubt (身份疑点): settled by merging the two, or by saying that they are two.
enum IdentityConflictLife {
    static let workflow: Workflow<IdentityConflictRow> = Workflow(
        [
            .take(dismiss, from: [.open], to: .dismissed, by: [.clerk, .divisionHead]),
            .follow(settle, from: [.open], to: .merged, event: "identityConflict.merged"),
            .follow(reopen, from: [.merged], to: .open, event: "identityConflict.reopened"),
        ],
        payload: { IdentityConflictPayload(identityConflict: $0) }
    )

    static let settle = "settleConflict"
    static let reopen = "reopenConflict"

    private static let dismiss = Act<IdentityConflictRow>("identityConflict.dismissed") {
        (input: DismissIdentityConflictInput, change) in
        change.row.reason = input.reason
        change.row.settledOn = change.today
        change.row.settledByID = try change.staff
    }
}
