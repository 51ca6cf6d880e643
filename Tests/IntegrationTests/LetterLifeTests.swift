import DocketTesting
import GraphQLLanguage
import PluginKit
import Testing

@Suite("A letter's life")
struct LetterLifeTests {
    @Test("A transferred letter goes from registered to archived through three different reviewers")
    func wholeLife() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all, today: "2018-04-20") { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            for (level, role) in [
                ("DIVISION_HEAD", Role.divisionHead), ("VICE_PRESIDENT", .vicePresident), ("PRESIDENT", .president),
            ] {
                let inbox = await court.send("{ reviewInbox { nodes { level letter { id } } } }", as: role)
                #expect(inbox[path: "data.reviewInbox.nodes.0.letter.id"].text == letter.id, "\(inbox)")
                try await letter.must("reviewLetter", ["level": .string(level), "decision": "APPROVED"], as: role)
            }
            #expect(
                try await letter.must("recordDispatch", ["sentOn": "2018-04-20", "method": "POST"], as: .handler)
                    == "REPLIED"
            )
            try await letter.must("submitOnlineReport", ["platform": "全省信访系统", "externalRef": "W1"], as: .clerk)
            try await letter.must("recordReportBack", ["sentOn": "2018-04-20", "docRef": "晋03信报1"], as: .clerk)
            #expect(try await letter.must("recordOnlineResult", ["result": "ACCEPTED"], as: .clerk) == "REPORTED")
            #expect(try await letter.must("closeLetter", as: .divisionHead) == "CLOSED")
            let entries: [JSONValue] = [
                "CATALOGUE", "ORIGINAL", "ACCEPTANCE_RECORD", "HANDLING_RECORD", "REPLY_RECORD", "PETITIONER_OPINION",
                "UNFINISHED_MEASURES",
            ].enumerated().map { index, document in
                [
                    "document": .string(document), "title": "材料", "pageFrom": .integer(index * 2 + 1),
                    "pageTo": .integer(index * 2 + 2),
                ]
            }
            #expect(try await letter.must("bindLetter", ["entries": .array(entries)], as: .clerk) == "BOUND")
            #expect(try await letter.must("archiveLetter", as: .archivist) == "ARCHIVED")

            let answer = await court.send(
                """
                query($id: ID!) {
                    letter(id: $id) {
                        letterNo state onTime overdue daysLeft repliedOn
                        reviewSteps { level decision round reviewer { name } }
                        reply { method perClaim { outcome } signedBy { name } }
                        onlineReport { result } reportBack { docRef } volume { pageCount entries { document } }
                        senders { nameMasked idNumberMasked mobileMasked addressMasked }
                        registration { regNo channel petitioners { petitioner { nameMasked } } }
                    }
                }
                """,
                ["id": .string(letter.id)]
            )
            #expect(answer["errors"] == nil, "\(answer)")
            let read = answer[path: "data.letter"]
            #expect(read["letterNo"] == "晋03信〔2018〕0001")
            #expect(read["onTime"] == true)
            #expect(read["overdue"] == false)
            #expect(read["daysLeft"] == .null)
            #expect(Set(read[path: "reviewSteps"].items.map { $0[path: "reviewer.name"].text }).count == 3)
            #expect(read[path: "volume.pageCount"] == 14)
            #expect(read[path: "senders.0.nameMasked"] == "陈*")
            // The first two and the last two characters of the file's number, and nothing else of it.
            let idNumber = DemoFiles.value("id_number", line: 2)
            #expect(
                read[path: "senders.0.idNumberMasked"].text
                    == "\(idNumber.prefix(2))\(String(repeating: "*", count: 14))\(idNumber.suffix(2))"
            )
            #expect(read[path: "registration.channel"] == "TRANSFERRED")
            #expect(read[path: "registration.petitioners.0.petitioner.nameMasked"] == "陈*")
        }
    }

    @Test("A batch of 60 with its 21 duplicates decided reconciles to 39 cases")
    func reconciliation() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let before = await court.send(Self.reconciliation)
            #expect(
                before["data"] == [
                    "batchReconciliation": ["declared": 60, "items": 60, "cases": 60, "duplicates": 0, "missing": 0]
                ]
            )
            for (item, root) in DemoFiles.duplicates {
                let letter = try await LetterDesk(court, item: item)
                let first = try await LetterDesk(court, item: root)
                // Three of them accuse, and are an inspector's.
                let isAccusation = DemoFiles.value("matter_class", line: item + 1) == "ACCUSATION"
                let decider = isAccusation ? Role.inspector : .clerk
                let candidates = await court.send(
                    "query($id: ID!) { duplicateCandidates(letterId: $id) { candidate { id } reasons } }",
                    ["id": .string(letter.id)],
                    as: decider
                )
                let suggested = candidates[path: "data.duplicateCandidates"].items.map { $0[path: "candidate.id"].text }
                #expect(suggested.contains(first.id), "item \(item) of \(root): \(candidates)")
                try await letter.must(
                    "markDuplicate",
                    ["duplicateOfId": .string(first.id), "basis": "SAME_PERSON_SAME_MATTER"],
                    as: decider
                )
            }
            let after = await court.send(Self.reconciliation)
            #expect(
                after["data"] == [
                    "batchReconciliation": ["declared": 60, "items": 60, "cases": 39, "duplicates": 21, "missing": 0]
                ]
            )
        }
    }

    static let reconciliation = """
        { batchReconciliation(batchNo: "晋高法信转〔2018〕3号") { declared items cases duplicates missing } }
        """

    @Test("Duplicates close with their root and carry its reply")
    func duplicatesClose() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all, today: "2018-04-20") { court in
            let root = try await LetterDesk(court, item: 1)
            let copy = try await LetterDesk(court, item: 29)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(root.id)], as: .clerk)
            try await root.bringToReview()
            for (level, role) in [
                ("DIVISION_HEAD", Role.divisionHead), ("VICE_PRESIDENT", .vicePresident), ("PRESIDENT", .president),
            ] {
                try await root.must("reviewLetter", ["level": .string(level), "decision": "APPROVED"], as: role)
            }
            try await root.must("recordDispatch", ["sentOn": "2018-04-20", "method": "POST"], as: .handler)
            try await root.must("submitOnlineReport", ["platform": "全省信访系统", "externalRef": "W1"], as: .clerk)
            try await root.must("recordOnlineResult", ["result": "ACCEPTED"], as: .clerk)
            try await root.must("recordReportBack", ["sentOn": "2018-04-20", "docRef": "晋03信报1"], as: .clerk)
            try await root.must("closeLetter", as: .divisionHead)
            let answer = await court.send(
                "query($id: ID!) { letter(id: $id) { state duplicateOf { id } reply { copiedFrom { id } } } }",
                ["id": .string(copy.id)]
            )
            #expect(
                answer["data"] == [
                    "letter": [
                        "state": "CLOSED", "duplicateOf": ["id": .string(root.id)],
                        "reply": ["copiedFrom": ["id": .string(root.id)]],
                    ]
                ]
            )
        }
    }

    @Test("A returned review goes back to handling and starts a new round with all levels")
    func returnedReview() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            try await letter.must(
                "reviewLetter",
                ["level": "DIVISION_HEAD", "decision": "APPROVED"],
                as: .divisionHead
            )
            let back = try await letter.must(
                "reviewLetter",
                ["level": "VICE_PRESIDENT", "decision": "RETURNED", "comment": "法律依据不足"],
                as: .vicePresident
            )
            #expect(back == "HANDLING")
            try await letter.must("draftReply", LetterDesk.reply, as: .handler)
            try await letter.must("submitReview", as: .handler)
            let answer = await court.send(
                "query($id: ID!) { letter(id: $id) { state reviewLevel reviewRound } }",
                ["id": .string(letter.id)]
            )
            #expect(
                answer["data"] == ["letter": ["state": "IN_REVIEW", "reviewLevel": "DIVISION_HEAD", "reviewRound": 2]]
            )
        }
    }
}
