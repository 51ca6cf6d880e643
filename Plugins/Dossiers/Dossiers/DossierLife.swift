import CourtCore
import CourtFormats
import PluginKit

/// The life of a dossier (信访档案) as a table, to its destruction.
///
/// Of an accusation, the discipline inspectors take every act. What each act decides stands in the files of its group.
enum DossierLife {
    static let workflow: Workflow<DossierRow> = Workflow(
        made: [
            .init("openDossier", in: .draft, by: [.clerk, .handler, .inspector], event: "dossier.drafted")
        ],
        opening + keeping + ending + destroying,
        payload: { DossierPayload(dossier: $0) }
    )

    private static let opening: Transitions =
        both(approve, from: [.draft], to: .active, by: [.divisionHead], when: [otherApprover])
        + [.take(withdraw, from: [.draft], to: .withdrawn, by: [.clerk, .handler], as: [drafter])]
        + both(withdraw, from: [.draft], to: .withdrawn, by: [.divisionHead])

    private static let keeping: Transitions =
        both(amend, from: [.draft, .active], by: keepers)
        + both(addLink, from: [.draft, .active], by: keepers, when: [linkRoom, linkNew])
        + both(removeLink, from: [.draft, .active], by: keepers, when: [linkKnown, caseExplained])
        + both(addClaim, from: [.draft, .active], by: keepers, when: [claimRoom])
        + both(decideClaim, from: [.active], by: [.handler], as: [handler], when: [claimKnown])
        + both(changeHandler, from: [.draft, .active], by: [.divisionHead], when: [handlerFit])
        + both(review, from: [.active], by: [.divisionHead], when: [reviewReached])

    private static let ending: Transitions =
        both(close, from: [.active], to: .closed, by: [.divisionHead], when: [claimsDecided, nothingOpen])
        + both(reopen, from: [.closed], to: .active, by: [.divisionHead])
        + both(bindVolume, from: [.closed], by: [.clerk, .archivist])
        + both(archive, from: [.closed], to: .archived, by: [.archivist], when: [mainVolumeBound])

    private static let destroying: Transitions =
        both(requestDestruction, from: [.archived], by: [.archivist], when: [retentionOver, notRequested])
        + both(
            confirmDestruction,
            from: [.archived],
            to: .destroyed,
            by: [.vicePresident],
            when: [destructionRequested, otherSigner]
        )
        + both(refuseDestruction, from: [.archived], by: [.vicePresident], when: [destructionRequested])

    private static let keepers: Set<Role> = [.clerk, .handler]

    private typealias Transitions = [Workflow<DossierRow>.Transition]

    /// An act of these roles, and the same of a discipline inspector where the dossier is sealed.
    private static func both(
        _ act: DossierAct,
        from states: Set<DossierStatus>,
        to state: DossierStatus? = nil,
        by roles: Set<Role>,
        as relations: [Relation<DossierRow>] = [],
        when guards: [Guard<DossierRow>] = []
    ) -> Transitions {
        [
            .take(act, from: states, to: state, by: roles, as: relations, when: guards),
            .take(act, from: states, to: state, by: [.inspector], as: [discipline], when: guards),
        ]
    }
}

typealias DossierAct = Act<DossierRow>
typealias DossierChange = Change<DossierRow>
