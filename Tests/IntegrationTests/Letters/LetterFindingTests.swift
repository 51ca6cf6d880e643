import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Letters are found")
struct LetterFindingTests {
    @Test("By case number, however it is written, whichever of the case's documents is cited")
    func caseNumber() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            func register(_ number: String) async throws -> String {
                let input: JSONValue = [
                    "source": "ORDINARY", "receivedOn": "2018-06-01", "matterClass": "APPEAL_CLAIM",
                    "category": "ENFORCEMENT", "subject": "反映执行问题", "abstract": "请求督促执行。",
                    "senders": [["name": "陈志"]], "caseNos": [.string(number)],
                ]
                return try await LetterDesk.registered(court, input).id
            }
            let plain = try await register("（2017）晋03民终1675号")
            let document = try await register("（2017）晋03民终1675号之一")
            let other = try await register("（2017）晋03民终16号")
            func found(_ number: String) async -> [String] {
                let answer = await court.send(
                    "query($no: String) { letters(filter: { caseLinks: { some: { caseNo: $no } } }) { nodes { id } } }",
                    ["no": .string(number)]
                )
                return answer[path: "data.letters.nodes"].items.compactMap { $0["id"]?.text }.sorted()
            }
            let both = [plain, document].sorted()
            for form in ["（2017）晋03民终1675号", "(2017)晋03民终1675号", "〔2017〕晋03民终1675号之二", " （2017）晋 03 民终１６７５号"] {
                #expect(await found(form) == both, "\(form)")
            }
            #expect(await found("（2017）晋03民终16号") == [other])
            #expect(await found("（2017）晋03民终167号") == [])
            let elsewhere = try await court.token(staff: "晋0302-02", roles: [.clerk])
            let hidden = await court.send(
                "{ letters(filter: { caseLinks: { some: { caseNo: \"（2017）晋03民终1675号\" } } }) { totalCount } }",
                bearing: elsewhere
            )
            #expect(hidden[path: "data.letters.totalCount"] == 0)
        }
    }

    @Test("By queue: unassigned, my division's, waiting in a step; counted by state")
    func queues() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            let other = try await LetterDesk(court, item: 2)
            try await other.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            let assign: JSONValue = ["assigneeId": .string(try await letter.staff(.handler))]
            try await letter.must("assignLetter", assign, as: .divisionHead)
            func count(_ filter: String, as role: Role) async -> JSONValue {
                let answer = await court.send("{ letters(filter: { \(filter) }) { totalCount } }", as: role)
                return answer[path: "data.letters.totalCount"]
            }
            #expect(await count("assignee: null, state: [CLASSIFIED]", as: .divisionHead) == 1)
            let divisions = try await court.query(
                "SELECT department_id FROM core.staff WHERE id = \(Int64(try await letter.staff(.handler)))"
            )
            let division = try divisions[0].decode("department_id", as: Int64?.self)
            let head = Int64(try await court.staffID(of: .divisionHead))
            _ = try await court.query("UPDATE core.staff SET department_id = \(division) WHERE id = \(head)")
            #expect(await count("myDivision: true", as: .divisionHead) == 1)
            court.moveClock(to: "2018-07-05")
            let waiting = await letter.read("waitingDays stateSince")
            #expect(waiting["waitingDays"] == 6, "\(waiting)")
            #expect(await count("waitingSince: \"2018-06-29\", state: [ASSIGNED]", as: .divisionHead) == 1)
            #expect(await count("waitingSince: \"2018-06-28\", state: [ASSIGNED]", as: .divisionHead) == 0)
            let groups = await court.send(
                """
                { transferBatch(batchNo: "晋高法信转〔2018〕3号") { letters { groups(by: [STATE]) { state count } } } }
                """
            )
            let states = groups[path: "data.transferBatch.letters.groups"].items
            #expect(states.contains(["state": "ASSIGNED", "count": 1]), "\(groups)")
            let ordered = await court.send("{ letters(orderBy: [{ field: STATE_SINCE }], first: 1) { nodes { id } } }")
            #expect(ordered["errors"] == nil, "\(ordered)")
        }
    }

    @Test("What may be repeated is suggested for a whole batch, as it is for each letter")
    func batchDuplicates() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let whole = await court.send(
                """
                { batchDuplicates(batchNo: "[2018]晋高法信转 3号") { letter { id } candidate { id } } }
                """,
                as: .inspector
            )
            #expect(whole["errors"] == nil, "\(whole)")
            let answer = await court.send(
                """
                { batchDuplicates(batchNo: "晋高法信转〔2018〕3号") { letter { id itemNo } candidate { id } reasons } }
                """,
                as: .inspector
            )
            let pairs = answer[path: "data.batchDuplicates"].items
            #expect(!pairs.isEmpty, "\(answer)")
            let first = pairs.first?[path: "letter.id"] ?? .null
            let single = await court.send(
                "query($id: ID!) { duplicateCandidates(letterId: $id) { candidate { id } } }",
                ["id": first],
                as: .inspector
            )
            let own = pairs.filter { $0[path: "letter.id"] == first }.map { $0[path: "candidate.id"].text ?? "" }
            let one = single[path: "data.duplicateCandidates"].items.map { $0[path: "candidate.id"].text ?? "" }
            #expect(Set(own) == Set(one), "\(single)")
        }
    }

    @Test("Every indicator of letters is counted as the report counts it")
    func metrics() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToClosed(on: "2018-06-29")
            let keys = [
                "case_closing", "item_closing", "online_closing", "item_online_closing", "working_days",
                "returned_in_review", "participation", "like",
            ]
            let listed = JSONValue.array(keys.map { .string("letters.\($0)") })
            let answer = await court.send(
                """
                query($keys: [String!]!) {
                    metricValues(keys: $keys, from: "2018-01-01", to: "2018-06-29", courts: ["晋03"]) {
                        key numerator denominator
                    }
                }
                """,
                ["keys": listed],
                as: .inspector
            )
            var found: [String: String] = [:]
            for value in answer[path: "data.metricValues"].items {
                let key = value["key"]?.text ?? ""
                found[key] = "\(Int(value["numerator"]?.number ?? -1))/\(Int(value["denominator"]?.number ?? -1))"
            }
            #expect(found["letters.case_closing"] == "1/60", "\(answer)")
            #expect(found["letters.item_closing"] == "1/60")
            #expect(found["letters.online_closing"] == "1/60")
            #expect(found["letters.item_online_closing"] == "1/60")
            #expect(found["letters.returned_in_review"] == "0/3")
            #expect(found["letters.participation"] == "0/1")
            #expect(found["letters.like"] == "0/1")
            #expect(found["letters.working_days"]?.hasSuffix("/1") == true)
        }
    }
}
