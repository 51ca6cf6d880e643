import CourtFormats
import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// Accusations planted in the court 晋03 by its clerk, with words that stand nowhere else.
struct SealedMatters {
    /// Who wrote them: as they stand masked in the answers of those who may see them.
    static let maskedName = "尉迟*"
    static let maskedID = "65**************80"
    static let maskedMobile = "154****7391"
    static let name = "尉迟封"
    static let idNumber = "650102188503072580"
    static let mobile = "15400007391"

    let court: TestCourt
    /// Accuses the head of the filing division, 晋03-03.
    let head: LetterDesk
    /// Repeats it, marked while both were only registered.
    let repeated: LetterDesk
    /// Accuses the inspector, 晋03-10.
    let inspector: LetterDesk
    /// Accuses a judge of another division, 晋03-08; not yet classified.
    let unclassified: LetterDesk
    /// An open letter that repeats the first, marked by an inspector afterwards.
    let open: LetterDesk

    static func plant(_ court: TestCourt) async throws -> SealedMatters {
        let head = try await register(court, "甲")
        let repeated = try await register(court, "乙")
        let inspector = try await register(court, "丙")
        let unclassified = try await register(court, "丁")
        let open = try await register(court, "戊", matterClass: "APPEAL_CLAIM")
        try await repeated.must("markDuplicate", ["duplicateOfId": .string(head.id)], as: .clerk)
        for (letter, accused) in [(head, "晋03-03"), (inspector, "晋03-10")] {
            try await letter.must(
                "classifyLetter",
                [
                    "matterClass": "ACCUSATION", "category": "STAFF_CONDUCT",
                    "accusedStaffIds": [.string(try await court.staffID(accused))],
                ],
                as: .clerk
            )
        }
        try await open.must("markDuplicate", ["duplicateOfId": .string(head.id)], as: .inspector)
        return SealedMatters(
            court: court,
            head: head,
            repeated: repeated,
            inspector: inspector,
            unclassified: unclassified,
            open: open
        )
    }

    /// A letter with a mark of its own in every text.
    static func register(
        _ court: TestCourt,
        _ mark: String,
        matterClass: JSONValue = "ACCUSATION"
    ) async throws -> LetterDesk {
        let answer = await court.send(
            "mutation($input: RegisterLetterInput!) { registerLetter(input: $input) { letter { id } receipt { id letterNo state } } }",
            [
                "input": [
                    "source": "ORDINARY", "receivedOn": "2018-06-20", "receivedVia": "POST",
                    "externalRef": .string("封来文\(mark)"), "subject": .string("封标题\(mark)"),
                    "abstract": .string("封内容\(mark)，反映工作人员问题"), "matterClass": matterClass,
                    "category": "STAFF_CONDUCT", "caseNos": ["（2016）晋03民终7391号"],
                    "senders": [
                        [
                            "name": .string(name), "idNumber": .string(idNumber), "mobile": .string(mobile),
                            "regionCode": "650102", "address": "新疆维吾尔自治区乌鲁木齐市天山区封路7391号",
                        ]
                    ],
                ]
            ]
        )
        #expect(answer["errors"] == nil, "\(answer)")
        let receipt = answer[path: "data.registerLetter.receipt"]
        #expect(receipt["state"] == "REGISTERED")
        #expect((answer[path: "data.registerLetter.letter"] == .null) == (matterClass == "ACCUSATION"), "\(answer)")
        return LetterDesk(court, id: try #require(receipt["id"]?.text, "\(answer)"))
    }

    /// Words of the letters and of who wrote them; `marks` picks letters by their mark.
    static func secrets(_ marks: String = "甲乙丙丁戊") -> [String] {
        marks.flatMap { ["封来文\($0)", "封标题\($0)", "封内容\($0)"] }
            + [maskedName, maskedID, maskedMobile, name, idNumber, mobile, "7391"]
    }

    /// Numbers of the sealed letters and of their registrations.
    func numbers() async throws -> [String] {
        try await court.database.query(
            """
            SELECT l.letter_no, r.reg_no FROM letters.letter l JOIN dossiers.registration r ON r.id = l.registration_id
            WHERE l.sealed AND l.subject LIKE '封标题%' ORDER BY l.id
            """
        ).flatMap { [try $0.decode("letter_no", as: String.self), try $0.decode("reg_no", as: String.self)] }
    }
}
