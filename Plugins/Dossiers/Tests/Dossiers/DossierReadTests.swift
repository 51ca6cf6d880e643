import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Dossiers are found")
struct DossierReadTests {
    @Test(
        "by a case's number, however it is written, with and without the number of a document",
        arguments: [
            ("（2017）晋0302民初1号", 1), ("(2017)晋0302民初1号", 1), ("〔2017〕晋 0302 民初 1 号之二", 1), ("（2017）晋0302民初12号", 0),
        ]
    )
    func caseNumber(number: String, count: Int) async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            _ = try await DossierMaker.drafted(court)
            let answer = await court.send(
                """
                query($number: String!) {
                    dossiersByCaseNo(caseNo: $number) { totalCount }
                    dossiers(filter: { caseLinks: { some: { caseNo: $number } } }) { totalCount }
                }
                """,
                ["number": .string(number)]
            )
            #expect(answer[path: "data.dossiersByCaseNo.totalCount"] == .integer(count), "\(answer)")
            #expect(answer[path: "data.dossiers.totalCount"] == .integer(count))
        }
    }

    @Test("by a document's number, from the case's own")
    func documentNumber() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let link: JSONValue = [["caseNo": "（2017）晋0302执5号之一"]]
            _ = try await DossierMaker.drafted(court, [.init("caseLinks", link)])
            let answer = await court.send(#"{ dossiersByCaseNo(caseNo: "（2017）晋0302执5号") { totalCount } }"#)
            #expect(answer[path: "data.dossiersByCaseNo.totalCount"] == 1, "\(answer)")
        }
    }

    @Test("with what a case's number says, in either form, and who tried it")
    func parsed() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let judge = try await court.staffID("晋0302-04")
            let links: JSONValue = [
                [
                    "caseNo": "（2017）晋03知民初1号", "relation": "FIRST_INSTANCE",
                    "originalJudges": [["name": "朱洋超", "staffId": .string(judge)], ["name": "王外院"]],
                ],
                ["caseNo": "（2009）阳民终字第123号", "relation": "SECOND_INSTANCE"],
            ]
            let desk = try Desk(
                court,
                "Dossier",
                id: try await DossierMaker.drafted(court, [.init("caseLinks", links)])
            )
            let read = try await desk.read(
                """
                caseLinks {
                    parsed { year courtCode specialty typeCode serial format }
                    originalJudges { name staff { no } }
                }
                """
            )
            #expect(
                read[path: "caseLinks.0"] == [
                    "parsed": [
                        "year": 2017, "courtCode": "晋03", "specialty": "知", "typeCode": "民初", "serial": 1,
                        "format": "STANDARD",
                    ],
                    "originalJudges": [
                        ["name": "朱洋超", "staff": ["no": "晋0302-04"]], ["name": "王外院", "staff": .null],
                    ],
                ]
            )
            #expect(
                read[path: "caseLinks.1.parsed"] == [
                    "year": 2009, "courtCode": .null, "specialty": .null, "typeCode": .null, "serial": 123,
                    "format": "LEGACY",
                ]
            )
        }
    }

    @Test("by their words, also of a claim that is added and a title that is amended, by whoever may read them")
    func words() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.active(court)
            #expect(try await Self.count(court, ["text": "督促执行"]) == 1)
            #expect(try await Self.count(court, ["text": "分配方案"]) == 0)
            try await desk.must("addClaim", ["claim": ["text": "要求说明分配方案"]], as: .clerk)
            try await desk.must("amendDossier", ["title": "反映评估问题", "reason": "标题表述不准确"], as: .clerk)
            #expect(try await Self.count(court, ["text": "分配方案"]) == 1)
            #expect(try await Self.count(court, ["text": "评估问题"]) == 1)
            #expect(try await Self.count(court, ["text": "反复反映"]) == 0)
            let unread = try await Self.filtered(court, ["text": "督促执行"], as: .archivist)
            #expect(unread.codes == ["FORBIDDEN"])
            let read = try await desk.read("claims { seq } responsibleDept { code }")
            #expect(read["claims"] == [["seq": 1], ["seq": 2], ["seq": 3]])
        }
    }

    @Test("by petitioner, class, category, department, days of closing and queue")
    func filters() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let person = try await DossierMaker.petitioner(court, "钱测试")
            let desk = try await DossierMaker.active(court, [.init("petitionerIds", [.string(person)])])
            _ = try await DossierMaker.active(
                court,
                [.init("category", "FILING"), .init("handlerId", .string(try await court.staffID("晋03-05")))]
            )
            try await desk.must(
                "closeDossier",
                ["closeReason": "OPENED_IN_ERROR", "reason": "与另一档案属于同一事项"],
                as: .divisionHead
            )
            let department = try await desk.read("responsibleDept { id }")[path: "responsibleDept.id"]
            let expected: [(JSONValue, Int)] = [
                (["petitioners": ["some": ["petitionerId": .string(person)]]], 1),
                (["matterClass": "APPEAL_CLAIM"], 2), (["matterClass": "SUGGESTION"], 0), (["category": "FILING"], 1),
                (["responsibleDept": department], 2), (["ofMyDepartment": true], 2), (["ofMyDepartment": false], 0),
                (["closedFrom": "2018-06-29", "closedTo": "2018-06-29"], 1), (["closedFrom": "2018-06-30"], 0),
            ]
            for (filter, count) in expected {
                #expect(try await Self.count(court, filter) == count, "\(filter)")
            }
            let mine = await court.send("{ myDossiers { nodes { handler { no } } } }", as: .handler)
            #expect(mine[path: "data.myDossiers.nodes"].items.count == 1, "\(mine)")
        }
    }

    @Test("counted with the people behind them, each once, and few of another court's not at all")
    func stats() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let person: JSONValue = .string(try await DossierMaker.petitioner(court, "钱测试"))
            let other: JSONValue = .string(try await DossierMaker.petitioner(court, "孙测试"))
            let first = try await DossierMaker.active(court, [.init("petitionerIds", [person])])
            _ = try await DossierMaker.active(court, [.init("petitionerIds", [person, other])])
            let mistaken = try await DossierMaker.active(court)
            _ = try await DossierMaker.drafted(court)
            for seq in 1...2 { try await first.must("decideClaim", DossierMaker.decision(seq), as: .handler) }
            try await first.must("closeDossier", DossierMaker.closing, as: .divisionHead)
            try await mistaken.must(
                "closeDossier",
                ["closeReason": "OPENED_IN_ERROR", "reason": "与另一档案属于同一事项"],
                as: .divisionHead
            )
            let today = try await Self.stats(court, "2018-06-29")
            #expect(today == ["dossierCount": 2, "activeCount": 1, "petitionerCount": 2])
            #expect(try await Self.stats(court, "2018-06-28")["dossierCount"] == 0)
            let above = try await court.token(staff: "晋-06", roles: [.upperCourtReader])
            let seen = try await Self.stats(court, "2018-06-29", bearing: above)
            #expect(seen == ["dossierCount": .null, "activeCount": .null, "petitionerCount": .null])
        }
    }

    @Test("with whether a remedy is left, once that was assessed")
    func remedies() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.active(court)
            #expect(try await desk.read("hasRemedyLeft")["hasRemedyLeft"] == .null)
            let assessed = try await court.run(
                "recordRemedyAssessment",
                ["decisions": [ContactDesk.decision], "dossierId": .string(desk.id)],
                selecting: "remedyAssessment { id }",
                as: .handler
            )
            #expect(assessed.codes == [], "\(assessed)")
            #expect(try await desk.read("hasRemedyLeft")["hasRemedyLeft"] == true)
            court.moveClock(to: "2019-03-01")
            #expect(try await desk.read("hasRemedyLeft")["hasRemedyLeft"] == false)
        }
    }

    @Test("in their own court's hands: others' are not found, and the court above reads no title")
    func courts() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.active(court)
            let elsewhere = try await court.token(staff: "晋0302-03")
            let review: JSONValue = ["reason": "信访人仍在反映", "reviewDueOn": "2019-06-29"]
            #expect(try await desk.run("reviewDossier", review, bearing: elsewhere).codes == ["NOT_FOUND"])
            let above = try await court.token(staff: "晋-06", roles: [.upperCourtReader])
            let title = await court.send("{ dossiers { nodes { title } } }", bearing: above)
            #expect(title.codes.first == "FORBIDDEN", "\(title)")
            let number = await court.send(
                "{ dossiers { nodes { dossierNo isFirstContact contactCount } } }",
                bearing: above
            )
            #expect(
                number[path: "data.dossiers.nodes"] == [
                    ["dossierNo": "晋03档〔2018〕0001", "isFirstContact": true, "contactCount": 0]
                ]
            )
        }
    }

    private static func stats(_ court: TestCourt, _ day: String, bearing token: String? = nil) async throws -> JSONValue
    {
        let answer = await court.send(
            """
            query($day: Date!) {
                dossierStats(court: "晋03", asOf: $day) { dossierCount activeCount petitionerCount }
            }
            """,
            ["day": .string(day)],
            bearing: token ?? court.tokens[.clerk]
        )
        return answer[path: "data.dossierStats"]
    }

    private static func filtered(_ court: TestCourt, _ filter: JSONValue, as role: Role) async throws -> JSONValue {
        await court.send(
            "query($filter: DossierFilter) { dossiers(filter: $filter) { totalCount } }",
            ["filter": filter],
            as: role
        )
    }

    private static func count(_ court: TestCourt, _ filter: JSONValue) async throws -> Int? {
        let answer = try await filtered(court, filter, as: .clerk)
        guard answer.codes.isEmpty else { throw TestFault("\(answer)") }
        return answer[path: "data.dossiers.totalCount"].integer
    }
}
