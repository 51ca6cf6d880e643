import DocketTesting
import Testing
import VisitsPlugin

@Suite("Visits")
struct VisitTests {
    private static let hear = """
        mutation($id: ID!, $version: Int!) {
            recordHearing(input: {visitId: $id, version: $version}) { visit { state version availableActions } }
        }
        """

    @Test("A visit is of the business date, and is heard once, in the version that was read")
    func hearing() async throws {
        try await TestCourt.with([Visits.plugin()], today: "2018-03-01") { court in
            _ = try await court.query("INSERT INTO visits.visit (court_code, visited_on) VALUES ('晋03', '2018-02-28')")
            let list = await court.send("{ visits { nodes { id visitedOn state version availableActions } } }")
            let visit = list[path: "data.visits.nodes.0"]
            #expect(visit["visitedOn"] == "2018-02-28")
            #expect(visit["availableActions"] == ["recordHearing"])

            let id = visit[path: "id"]
            let stale = await court.send(Self.hear, ["id": id, "version": 7])
            #expect(stale.codes == ["VERSION_CONFLICT"])
            let heard = await court.send(Self.hear, ["id": id, "version": 1])
            #expect(heard[path: "data.recordHearing.visit.state"] == "HEARD")
            let again = await court.send(Self.hear, ["id": id, "version": 2])
            #expect(again.codes == ["ILLEGAL_TRANSITION"])
        }
    }

    @Test("Whoever may not hear visits is refused, and those of a court above are not there")
    func refused() async throws {
        try await TestCourt.with([Visits.plugin()]) { court in
            _ = try await court.query("INSERT INTO visits.visit (court_code) VALUES ('晋03'), ('晋')")
            #expect(await court.send("{ visits { totalCount } }")[path: "data.visits.totalCount"] == 1)
            let handler = await court.send(Self.hear, ["id": "1", "version": 1], as: .handler)
            #expect(handler.codes == ["FORBIDDEN"])
            #expect(await court.send("{ visits { totalCount } }", bearing: nil).codes == ["UNAUTHENTICATED"])
        }
    }
}
