import PluginKit

/// The life of a registration (信访登记): the state of a letter's follows the letter, whatever it was.
enum RegistrationLife {
    static let workflow: Workflow<RegistrationRow> = Workflow(
        states.map { state in
            .follow(
                state.rawValue,
                from: states.subtracting([state]),
                to: state,
                event: "registration.\(state.rawValue.lowercased())"
            )
        } + [.follow(link, from: states, to: nil, event: "registration.linked")]
    )

    static let link = "linkDossier"

    private static let states = Set(RegistrationState.allCases)
}
