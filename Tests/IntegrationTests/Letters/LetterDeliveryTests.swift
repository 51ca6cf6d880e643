import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Replies that come back")
struct LetterDeliveryTests {
    @Test(
        "Are seen, keep a letter from closing, and are sent again; the day of the reply stays, and every sending is kept"
    )
    func returned() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            try await letter.review(.divisionHead, .vicePresident, .president, on: "2018-06-20")
            try await letter.must("recordDispatch", ["sentOn": "2018-06-21", "method": "POST"], as: .handler)
            try await letter.report(sentOn: "2018-06-21")
            let resend: JSONValue = ["sentOn": "2018-06-28", "method": "PUBLIC_NOTE", "methodReason": "查无此人，无其他地址"]
            #expect(try await letter.run("resendReply", resend, as: .clerk).unmet == ["mailReturned"])
            let early: JSONValue = ["returnedOn": "2018-06-20", "reason": "查无此人"]
            #expect(try await letter.run("recordReturnedMail", early, as: .clerk).codes == ["DATE_ORDER"])
            try await letter.must("recordReturnedMail", ["returnedOn": "2018-06-27", "reason": "查无此人"], as: .clerk)
            #expect(await letter.read("undelivered") == ["undelivered": true])
            let found = await court.send("{ letters(filter: { undelivered: true }) { totalCount } }")
            #expect(found[path: "data.letters.totalCount"] == 1)
            let again: JSONValue = ["returnedOn": "2018-06-27", "reason": "查无此人"]
            #expect(try await letter.run("recordReturnedMail", again, as: .clerk).unmet == ["sentOut"])
            #expect(try await letter.run("closeLetter", as: .divisionHead).unmet == ["delivered"])
            let before: JSONValue = ["sentOn": "2018-06-26", "method": "HAND"]
            #expect(try await letter.run("resendReply", before, as: .clerk).codes == ["DATE_ORDER"])
            let bare: JSONValue = ["sentOn": "2018-06-28", "method": "PUBLIC_NOTE"]
            #expect(try await letter.run("resendReply", bare, as: .clerk).codes == ["TEXT_EMPTY"])
            try await letter.must("resendReply", resend, as: .handler)
            let kept = await letter.read(
                "undelivered repliedOn reply { method sentOn } deliveries { sentOn method returnedOn }"
            )
            #expect(kept["undelivered"] == false)
            #expect(kept["repliedOn"] == "2018-06-21")
            #expect(kept["reply"] == ["method": "PUBLIC_NOTE", "sentOn": "2018-06-21"])
            #expect(
                kept["deliveries"] == [
                    ["sentOn": "2018-06-21", "method": "POST", "returnedOn": "2018-06-27"],
                    ["sentOn": "2018-06-28", "method": "PUBLIC_NOTE", "returnedOn": nil],
                ]
            )
            #expect(try await letter.must("closeLetter", as: .divisionHead) == "CLOSED")
        }
    }
}
