import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// While a delegation is in force the deputy sees and does what the absent person would.
@Suite("Delegation")
struct DelegationTests {
    @Test("Holds from its first day to its last, and the log keeps who did it, and for whom")
    func days() async throws {
        try await DeputyDesk.with { desk in
            let letter = try await desk.letter(of: DeputyDesk.absent)
            let deputy = try await desk.token(DeputyDesk.deputy)
            let given = try await desk.delegate(
                fromOn: "2018-07-02",
                bearing: desk.token(DeputyDesk.absent)
            )
            #expect(given[path: "data.delegateAuthority.delegation.inForce"] == false, "\(given)")
            #expect(await desk.sees(letter, bearing: deputy) == false)

            desk.court.moveClock(to: "2018-07-02")
            #expect(await desk.sees(letter, bearing: deputy))
            let viewer = await desk.court.send(
                "{ viewer { actingFor { staff { no } roles toOn } } }",
                bearing: deputy
            )
            #expect(
                viewer[path: "data.viewer.actingFor"] == [
                    ["staff": ["no": "晋03-04"], "roles": ["HANDLER"], "toOn": "2018-07-06"]
                ],
                "\(viewer)"
            )
            #expect(try await letter.must("startHandling", bearing: deputy) == "HANDLING")
            let history = try await letter.read("history { action by { no } onBehalfOf }", as: .divisionHead)
            let started =
                history[path: "history"].items.last { $0["action"] == "letter.handlingStarted" }
                ?? history[path: "history"].items.last
            #expect(started?[path: "by.no"] == "晋03-05", "\(history)")
            let absent = try await desk.court.staffID(DeputyDesk.absent)
            #expect(started?["onBehalfOf"] == [.string(absent)])

            desk.court.moveClock(to: "2018-07-07")
            #expect(await desk.sees(letter, bearing: deputy) == false)
        }
    }

    @Test("Ends at once when it is ended, by the deputy as well")
    func ended() async throws {
        try await DeputyDesk.with { desk in
            let letter = try await desk.letter(of: DeputyDesk.absent)
            let deputy = try await desk.token(DeputyDesk.deputy)
            let given = try await desk.delegate(bearing: desk.token(DeputyDesk.absent))
            #expect(await desk.sees(letter, bearing: deputy))
            let id = given[path: "data.delegateAuthority.delegation.id"]
            let stranger = try await desk.court.run(
                "endDelegation",
                ["delegationId": id, "version": 1],
                selecting: "delegation { id }",
                as: .archivist
            )
            #expect(stranger.codes == ["FORBIDDEN"])
            let stale = try await desk.court.run(
                "endDelegation",
                ["delegationId": id, "version": 7],
                selecting: "delegation { id }",
                bearing: deputy
            )
            #expect(stale.codes == ["VERSION_CONFLICT"])
            let ended = try await desk.court.run(
                "endDelegation",
                ["delegationId": id, "version": 1],
                selecting: "delegation { inForce endedOn history { action } }",
                bearing: deputy
            )
            #expect(ended[path: "data.endDelegation.delegation.inForce"] == false, "\(ended)")
            #expect(ended[path: "data.endDelegation.delegation.endedOn"] == "2018-06-29")
            #expect(await desk.sees(letter, bearing: deputy) == false)
            let again = try await desk.court.run(
                "endDelegation",
                ["delegationId": id, "version": 2],
                selecting: "delegation { id }",
                bearing: deputy
            )
            #expect(DeputyDesk.unmet(again) == ["notEnded"])
        }
    }

    @Test("Gives the roles that it names, and no others")
    func roles() async throws {
        try await DeputyDesk.with { desk in
            let letter = try await desk.letter(of: DeputyDesk.absent)
            let deputy = try await desk.token(DeputyDesk.deputy)
            let input: JSONValue = [
                "assigneeId": .string(try await desk.court.staffID("晋03-05")), "reason": "承办人外出",
            ]
            #expect(try await letter.run("reassignLetter", input, bearing: deputy).codes == ["FORBIDDEN"])
            // The president, for the head of the division.
            let given = try await desk.delegate(
                from: "晋03-03",
                roles: ["DIVISION_HEAD"],
                bearing: desk.token("晋03-01")
            )
            #expect(given.codes == [], "\(given)")
            #expect(try await letter.must("reassignLetter", input, bearing: deputy) == "ASSIGNED")
            // What the absent person loses, the deputy does, too.
            _ = try await desk.court.query("UPDATE core.staff SET roles = '{CLERK}' WHERE no = '晋03-03'")
            let other = try await desk.token(DeputyDesk.deputy)
            #expect(try await letter.run("reassignLetter", input, bearing: other).codes == ["FORBIDDEN"])
        }
    }

    @Test("Is not handed on: a deputy's deputy acts for the deputy only")
    func chain() async throws {
        try await DeputyDesk.with { desk in
            let letter = try await desk.letter(of: DeputyDesk.absent)
            _ = try await desk.delegate(bearing: desk.token(DeputyDesk.absent))
            let own = try await desk.letter(of: DeputyDesk.deputy, at: 1)
            let third = try await desk.token("晋03-08")
            let given = try await desk.delegate(to: "晋03-08", bearing: desk.token(DeputyDesk.deputy))
            #expect(given.codes == [], "\(given)")
            #expect(await desk.sees(own, bearing: third))
            #expect(await desk.sees(letter, bearing: third) == false)

            // What the deputy was given is none of their own.
            _ = try await desk.delegate(from: "晋03-03", roles: ["DIVISION_HEAD"], bearing: desk.token("晋03-01"))
            let passed = try await desk.delegate(
                to: "晋03-08",
                roles: ["DIVISION_HEAD"],
                bearing: desk.token(DeputyDesk.deputy)
            )
            #expect(DeputyDesk.unmet(passed) == ["rolesHeld"])
            // Nor does it let them give for others of the division.
            let other = try await desk.delegate(
                from: DeputyDesk.absent,
                to: "晋03-08",
                bearing: desk.token(DeputyDesk.deputy)
            )
            #expect(other.codes == ["FORBIDDEN"])
        }
    }

    @Test("Keeps from the deputy what accuses whoever they act for")
    func recusal() async throws {
        try await DeputyDesk.with { desk in
            let letter = try await desk.letter(of: "晋03-05")
            let archivist = try await desk.token("晋03-11")
            let absent = Int64(try await desk.court.staffID(DeputyDesk.absent)) ?? 0
            let id = Int64(letter.id) ?? 0
            _ = try await desk.court.query(
                "UPDATE letters.letter SET accused_staff_ids = ARRAY[\(absent)] WHERE id = \(id)"
            )
            #expect(await desk.sees(letter, bearing: archivist))
            _ = try await desk.delegate(to: "晋03-11", bearing: desk.token(DeputyDesk.absent))
            #expect(await desk.sees(letter, bearing: archivist) == false)
        }
    }

    @Test("Lets the deputy draft and submit for the absent person, and neither of them review it")
    func review() async throws {
        try await DeputyDesk.with { desk in
            let letter = try await desk.letter(of: DeputyDesk.absent)
            _ = try await desk.delegate(bearing: desk.token(DeputyDesk.absent))
            let deputy = try await desk.token(DeputyDesk.deputy)
            for (mutation, input) in DeputyDesk.drafting {
                try await letter.must(mutation, input, bearing: deputy)
            }
            #expect(try await letter.state == "IN_REVIEW")
            let decision: JSONValue = ["level": "DIVISION_HEAD", "decision": "APPROVED"]

            // The head's authority comes to the author, who has drafted it.
            _ = try await desk.delegate(from: "晋03-03", roles: ["DIVISION_HEAD"], bearing: desk.token("晋03-01"))
            #expect(try await letter.run("reviewLetter", decision, bearing: deputy).codes == ["REVIEWER_CONFLICT"])

            // And to somebody who acts for the handler as well.
            _ = try await desk.delegate(to: "晋03-08", bearing: desk.token(DeputyDesk.absent))
            _ = try await desk.delegate(
                from: "晋03-03",
                to: "晋03-08",
                roles: ["DIVISION_HEAD"],
                bearing: desk.token("晋03-01")
            )
            let both = try await desk.token("晋03-08")
            #expect(try await letter.run("reviewLetter", decision, bearing: both).codes == ["REVIEWER_CONFLICT"])
            #expect(try await letter.run("reviewLetter", decision, as: .divisionHead).codes == [])
        }
    }

    @Test(
        "Is refused beyond six months, to oneself, of roles not held, of reserved ones, and by whoever may not give it"
    )
    func refusals() async throws {
        try await DeputyDesk.with { desk in
            let absent = try await desk.token(DeputyDesk.absent)
            let dates = try await desk.delegate(fromOn: "2018-06-28", toOn: "2018-06-27", bearing: absent)
            #expect(dates.codes == ["DATE_ORDER", "DATE_ORDER"])
            #expect(try await desk.delegate(toOn: "2018-12-30", bearing: absent).codes == ["DELEGATION_TOO_LONG"])
            #expect(try await desk.delegate(toOn: "2018-12-29", bearing: absent).codes == [])

            let unmet = try await desk.delegate(to: DeputyDesk.absent, roles: ["INSPECTOR"], bearing: absent)
            #expect(DeputyDesk.unmet(unmet) == ["otherPerson", "rolesHeld", "givenByPresident"])
            let president = try await desk.token("晋03-01")
            let reserved = try await desk.delegate(
                from: "晋03-10",
                roles: ["INSPECTOR"],
                bearing: president
            )
            #expect(reserved.codes == [], "\(reserved)")
            let byHolder = try await desk.delegate(roles: ["INSPECTOR"], bearing: desk.token("晋03-10"))
            #expect(DeputyDesk.unmet(byHolder) == ["givenByPresident"])

            let colleague = try await desk.delegate(from: DeputyDesk.absent, bearing: desk.token("晋03-06"))
            #expect(colleague.codes == ["FORBIDDEN"])
            let head = try await desk.delegate(from: DeputyDesk.absent, bearing: desk.token("晋03-03"))
            #expect(head.codes == [], "\(head)")
            let otherHead = try await desk.delegate(from: DeputyDesk.absent, bearing: desk.token("晋03-07"))
            #expect(otherHead.codes == ["FORBIDDEN"])
            let elsewhere = try await desk.delegate(to: "晋0302-05", bearing: absent)
            #expect(elsewhere.codes == ["NOT_FOUND"])
            let nobody = try await desk.delegate(
                from: DeputyDesk.absent,
                bearing: desk.court.token(court: "晋03", roles: [.president])
            )
            #expect(nobody.codes == ["POST_REQUIRED"])
        }
    }

    @Test("Is seen in its court, and in no other")
    func list() async throws {
        try await DeputyDesk.with { desk in
            _ = try await desk.delegate(bearing: desk.token(DeputyDesk.absent))
            let query = "{ delegations { totalCount nodes { fromStaff { no } toStaff { no } inForce } } }"
            let own = await desk.court.send(query, as: .clerk)
            #expect(own[path: "data.delegations.nodes.0.fromStaff.no"] == "晋03-04", "\(own)")
            let other = await desk.court.send(query, bearing: try await desk.token("晋0302-06"))
            #expect(other[path: "data.delegations.totalCount"] == 0)
        }
    }
}
