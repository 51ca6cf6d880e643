import PluginKit

/// The life of a petitioner's entry (信访人): amended with reasons, merged into another of the same person, and back.
enum PetitionerLife {
    typealias PetitionerAct = Act<PetitionerRow>
    typealias Check = Guard<PetitionerRow>

    static let workflow: Workflow<PetitionerRow> = Workflow(
        made: [.init("createPetitioner", in: .active, by: [.clerk], event: "petitioner.created")],
        values + persons + merging,
        payload: { PetitionerPayload(petitioner: $0) }
    )

    private typealias Rows = [Workflow<PetitionerRow>.Transition]

    private static let registrars: Set<Role> = [.clerk, .handler]

    private static let values: Rows = [
        .stay(amend, in: [.active], by: [.clerk, .handler, .dpo], as: [rightsOfficer], when: [amendmentGranted]),
        .stay(deletePersonalData, in: [.active, .merged], by: [.dpo], when: [deletionGranted, noOpenMatter]),
        .stay(addContact, in: [.active], by: registrars, when: [contactsFew]),
        .stay(endContact, in: [.active], by: registrars, when: [contactCurrent, contactEndsLater]),
    ]

    private static let persons: Rows = [
        .stay(addRepresentative, in: [.active], by: registrars, when: [jointRepresentatives]),
        .stay(
            endRepresentative,
            in: [.active],
            by: registrars,
            when: [representativeCurrent, representativeEndsLater]
        ),
        .stay(demandIdCopy, in: [.active], by: registrars),
    ]

    private static let merging: Rows = [
        .take(
            merge,
            from: [.active],
            to: .merged,
            by: [.divisionHead],
            when: [intoAnother, intoSameKind, numbersAgree, noneMergedInto]
        ),
        .take(unmerge, from: [.merged], to: .active, by: [.divisionHead], when: [undoable]),
    ]
}
