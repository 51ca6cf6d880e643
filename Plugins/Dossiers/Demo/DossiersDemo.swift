import CourtFormats
import GraphQLLanguage
import PluginKit

/// The demonstration's petitions: what was registered before, and fifty-four petitioners with dossiers.
enum DossiersDemo {
    static let steps = [
        DemoStep("564 registrations since 2017-01-01") { court in
            try await court.run(
                "importRegistrations",
                ["csv": .string(DemoRows.registrations)],
                selecting: "problems { line code message }",
                as: .role(.clerk)
            )
        },
        DemoStep("54 petitioners with dossiers") { court in
            let handler = try await court.send("{ viewer { staff { no } } }", [:], as: .role(.handler))
            guard case .string(let number)? = handler["viewer"]?["staff"]?["no"] else { return }
            try await court.run(
                "importPetitioners",
                ["csv": .string(DemoRows.petitioners(handler: number))],
                selecting: "problems { line code message }",
                as: .role(.clerk)
            )
            let drafts = try await court.send(
                "{ dossiers(filter: { status: [DRAFT] }, first: 100) { nodes { id version } } viewer { today } }",
                [:],
                as: .role(.divisionHead)
            )
            guard case .array(let nodes)? = drafts["dossiers"]?["nodes"] else { return }
            guard case .string(let today)? = drafts["viewer"]?["today"], let day = CalendarDate(iso: today) else {
                return
            }
            let reviewDueOn = JSONValue.string(day.adding(days: 300).iso)
            for dossier in nodes {
                try await court.run(
                    "approveDossier",
                    [
                        "dossierId": dossier["id"] ?? .null, "version": dossier["version"] ?? .null,
                        "reviewDueOn": reviewDueOn,
                    ],
                    selecting: "dossier { id }",
                    as: .role(.divisionHead)
                )
            }
        },
    ]
}
