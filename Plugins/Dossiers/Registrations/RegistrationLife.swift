import PluginKit
import Postgres

/// The life of a registration (信访登记) as a table: a contact is screened, then accepted, guided into a procedure, forwarded, not
/// accepted or merged, handled, and closed.
///
/// A letter's registration follows its letter and takes part in nothing of this. What each act decides stands in the files of
/// its group.
enum RegistrationLife {
    static let workflow: Workflow<RegistrationRow> = Workflow(
        made: [.init("registerContact", in: .received, by: [.clerk], event: "registration.created")],
        intake + routing + handling + notice + ending + followed,
        consequences: { change in noticeConsequences(&change) },
        payload: { RegistrationPayload(registration: $0) }
    )

    typealias Transitions = [Workflow<RegistrationRow>.Transition]

    private static let intake: Transitions = [
        .stay(assign, in: open, by: [.divisionHead], when: [notOfLetter, handlerFree]),
        .stay(amend, in: open.union([.handled, .notAccepted]), by: [.clerk], when: [notOfLetter]),
        .stay(link, in: open.union([.handled]), by: [.clerk], when: [notOfLetter, dossierActive]),
        .take(
            void,
            from: [.received, .screened, .returned, .reopened],
            to: .voided,
            by: [.divisionHead],
            when: [notOfLetter, nothingMerged]
        ),
        .take(decideSeparation, from: unscreened, to: .screened, by: [.handler], as: [assignee], when: [notOfLetter]),
        .take(
            decideSeparation,
            from: unscreened,
            to: .screened,
            by: [.inspector],
            as: [discipline],
            when: [notOfLetter]
        ),
    ]

    private static let routing: Transitions = [
        .take(
            forward,
            from: [.screened],
            to: .forwarded,
            by: [.handler],
            as: [assignee],
            when: forwardable
        ),
        .take(
            forward,
            from: [.screened],
            to: .forwarded,
            by: [.inspector],
            as: [discipline],
            when: forwardable
        ),
        .take(
            object,
            from: [.forwarded],
            to: .returned,
            by: [.clerk],
            when: [notOfLetter, objectionRuled, objectionInTime]
        ),
        .take(reportForwarded, from: [.forwarded], to: .handled, by: [.clerk], when: [notOfLetter]),
        .take(
            reportForwarded,
            from: [.forwarded],
            to: .handled,
            by: [.inspector],
            as: [discipline],
            when: [notOfLetter]
        ),
        .take(reject, from: [.screened], to: .notAccepted, by: [.divisionHead], when: [notOfLetter]),
        .take(
            merge,
            from: [.screened],
            to: .merged,
            by: [.handler],
            as: [assignee],
            when: [notOfLetter, nothingMerged, mergeTarget]
        ),
    ]

    private static let forwardable = [notOfLetter, receiverNamed, courtKnown, disciplineForAccusation, petitionerTold]

    private static let handling: Transitions = [
        .take(accept, from: [.screened], to: .accepted, by: [.handler], as: [assignee], when: [notOfLetter]),
        .take(
            guide,
            from: [.screened],
            to: .guided,
            by: [.handler],
            as: [assignee],
            when: [notOfLetter, remedyAssessed, explained]
        ),
        .take(handle, from: [.accepted, .guided], to: .handled, by: [.handler], as: [assignee], when: [notOfLetter]),
    ]

    private static let notice: Transitions = [
        .stay(notify, in: notifiable, by: [.handler], as: [assignee], when: [notOfLetter, notYetNotified]),
        .stay(notify, in: notifiable, by: [.clerk], when: [notOfLetter, notYetNotified]),
        .stay(exempt, in: notifiable, by: [.divisionHead], when: [notOfLetter, notYetNotified, exemptionFits]),
        .stay(
            exempt,
            in: notifiable,
            by: [.inspector],
            as: [discipline],
            when: [notOfLetter, notYetNotified, exemptionFits]
        ),
    ]

    private static let ending: Transitions = [
        .take(
            close,
            from: [.handled],
            to: .closed,
            by: [.divisionHead],
            when: [notOfLetter, notified, firstContactExplained]
        ),
        .take(close, from: [.handled], to: .closed, by: [.inspector], as: [discipline], when: [notOfLetter, notified]),
        .take(close, from: [.notAccepted], to: .closed, by: [.divisionHead], when: [notOfLetter, notified]),
        .take(close, from: [.merged], to: .closed, by: [.divisionHead], when: [notOfLetter]),
        .take(reopen, from: [.closed], to: .reopened, by: [.divisionHead], when: [notOfLetter]),
    ]

    /// Where a letter takes its registration.
    private static let followed: Transitions =
        RegistrationState.allCases.map { state in
            .follow(
                state.rawValue,
                from: states.subtracting([state]),
                to: state,
                event: "registration.\(state.rawValue.lowercased())",
                when: [isOfLetter]
            )
        } + [.follow(linkDossier, from: states, to: nil, event: "registration.linked")]

    static let linkDossier = "linkDossier"

    private static let states = Set(RegistrationState.allCases)
    private static let unscreened: Set<RegistrationState> = [.received, .returned, .reopened]
    private static let open: Set<RegistrationState> = [
        .received, .screened, .accepted, .guided, .forwarded, .returned, .reopened,
    ]
    private static let notifiable: Set<RegistrationState> = [
        .received, .screened, .accepted, .guided, .notAccepted, .handled,
    ]
}

typealias RegistrationAct = Act<RegistrationRow>
typealias RegistrationChange = Change<RegistrationRow>

extension RegistrationChange {
    /// Keeps why it was decided.
    mutating func keepReason(_ action: String, _ reason: String) throws(DomainError) {
        insert(
            "decisions",
            into: "dossiers.registration_decision",
            "action, reason, by_id, at",
            "\(action), \(reason), \(try staff), \(now)"
        )
    }
}
