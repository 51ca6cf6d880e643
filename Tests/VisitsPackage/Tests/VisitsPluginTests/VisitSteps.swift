import DocketTesting
import GraphQLLanguage
import PluginKit

/// How days and appointments are carried through their lives.
enum VisitSteps {
    static let days = WorkflowSteps(
        "ReceptionDay",
        made: { court in try await planned(court) },
        follows: ["beginDay": { desk in try await begin(desk) }]
    )

    static let appointments = WorkflowSteps(
        "Appointment",
        made: { court in try await booked(court, on: planned(court)) },
        follows: [
            "missDay": { desk in
                try await day(of: desk).carry(to: "CLOSED", by: days)
                try await desk.court.runDue()
            }
        ],
        [
            "recordArrival": .init(breaking: ["dayOpen": { _ in [:] }]) { desk in
                let day = try await day(of: desk)
                if try await day.state == "PLANNED" { try await day.carry(to: "OPEN", by: days) }
                return [:]
            },
            "recordReception": .init(["summary": "来访人要求加快执行，已当面说明。"], as: { _ in .president }),
            "cancelAppointment": .init(["reason": "来访人来电要求改期另约"]),
        ]
    )

    /// A day that is to come, on which the president receives.
    static func planned(_ court: TestCourt) async throws -> String {
        let input: JSONValue = [
            "heldOn": "2018-07-02", "receiverId": .string(try await court.staffID(of: .president)), "places": 2,
        ]
        let answer = try await court.run("planReceptionDay", input, selecting: "day { id }")
        guard let id = answer[path: "data.planReceptionDay.day.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    static func booked(_ court: TestCourt, on day: String, dossier: JSONValue? = nil) async throws -> String {
        let answer = try await book(court, day, dossier)
        guard let id = answer[path: "data.bookAppointment.appointment.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    static func book(_ court: TestCourt, _ day: String, _ dossier: JSONValue? = nil) async throws -> JSONValue {
        var input: [JSONValue.Member] = [.init("dayId", .string(day)), .init("matter", "反映执行进展")]
        if let dossier { input.append(.init("dossierId", dossier)) }
        return try await court.run("bookAppointment", .object(input), selecting: "appointment { id }")
    }

    /// Its day comes, and the clock goes back to where other rows are made.
    private static func begin(_ desk: Desk) async throws {
        desk.court.moveClock(to: "2018-07-02")
        try await desk.court.runDue()
        desk.court.moveClock(to: TestCourt.today)
    }

    private static func day(of desk: Desk) async throws -> Desk {
        let id = try await desk.read("day { id }")[path: "day.id"].text ?? ""
        return try Desk(desk.court, "ReceptionDay", id: id)
    }
}
