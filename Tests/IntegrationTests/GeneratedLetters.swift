import DocketTesting
import Postgres

/// Letters made up at random, as they may stand in the database, with what a report counts of them.
enum GeneratedLetters {
    struct Letter {
        let courtCode: String
        let source: String
        let category: String
        let receivedOn: String
        let dueOn: String
        let state: String
        let isSealed: Bool
        let isDuplicate: Bool
        let isTransferred: Bool
        let isReported: Bool
        /// Null unless answered.
        let repliedOn: String?
        let ratings: [(rating: String, isLiked: Bool)]
        let reviews: Int
        let returns: Int

        func group(_ name: String) -> String {
            switch name {
            case "COURT": courtCode
            case "SOURCE": source
            default: category
            }
        }
    }

    private struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) ^ (state << 20)
        }
    }

    private static let open = [
        "REGISTERED", "CLASSIFIED", "ASSIGNED", "HANDLING", "PAUSED", "APPROVED", "TRANSFERRED", "VOIDED",
    ]
    private static let answered = ["REPLIED", "REPORTED", "CLOSED", "BOUND", "ARCHIVED"]

    /// Writes letters of these courts and answers them.
    static func write(_ court: TestCourt, courts: [String], count: Int, seed: UInt64) async throws -> [Letter] {
        var random = Random(state: seed)
        var letters: [Letter] = []
        var roots: [String: Int64] = [:]
        for number in 1...count {
            let letter = make(&random, courts: courts, hasRoot: { roots[$0] != nil })
            letters.append(letter)
            let key = try await insert(letter, number: number, root: roots[letter.courtCode], court)
            if !letter.isDuplicate, letter.state != "VOIDED" { roots[letter.courtCode] = key }
        }
        return letters
    }

    private static func make(_ random: inout Random, courts: [String], hasRoot: (String) -> Bool) -> Letter {
        let courtCode = courts.randomElement(using: &random) ?? "晋03"
        let isAnswered = Bool.random(using: &random)
        let isDuplicate = hasRoot(courtCode) && Int.random(in: 0..<4, using: &random) == 0
        let states = isDuplicate ? (isAnswered ? ["CLOSED", "BOUND"] : ["DUPLICATE"]) : (isAnswered ? answered : open)
        let month = Int.random(in: 1...6, using: &random)
        let day = Int.random(in: 1...28, using: &random)
        let received = "2018-0\(month)-\(day < 10 ? "0" : "")\(day)"
        let due = "2018-0\(min(9, month + Int.random(in: 0...2, using: &random)))-28"
        let reviews = isDuplicate ? 0 : Int.random(in: 0...3, using: &random)
        let rated = isAnswered ? Int.random(in: 0...2, using: &random) : 0
        return Letter(
            courtCode: courtCode,
            source: ["ORDINARY", "PRESIDENT", "CENTRAL_INSPECTION"].randomElement(using: &random) ?? "ORDINARY",
            category: ["FILING", "ENFORCEMENT", "OTHER", "TRIAL_CIVIL"].randomElement(using: &random) ?? "OTHER",
            receivedOn: received,
            dueOn: max(received, due),
            state: states.randomElement(using: &random) ?? "REGISTERED",
            isSealed: Int.random(in: 0..<8, using: &random) == 0,
            isDuplicate: isDuplicate,
            isTransferred: Bool.random(using: &random),
            isReported: Bool.random(using: &random),
            repliedOn: isAnswered ? max(received, "2018-0\(Int.random(in: month...6, using: &random))-20") : nil,
            ratings: (0..<rated).map { _ in
                (
                    ["SATISFIED", "BASICALLY_SATISFIED", "DISSATISFIED"].randomElement(using: &random) ?? "SATISFIED",
                    Bool.random(using: &random)
                )
            },
            reviews: reviews,
            returns: reviews == 0 ? 0 : Int.random(in: 0...reviews, using: &random)
        )
    }

    private static func insert(_ letter: Letter, number: Int, root: Int64?, _ court: TestCourt) async throws -> Int64 {
        let rows = try await court.database.query(
            """
            INSERT INTO letters.letter (court_code, letter_no, source, received_on, received_via, from_org, joint_count, subject, abstract,
                matter_class, category, sealed, due_on, original_due_on, deadline_rule_key, duplicate_of_id, duplicate_basis, state,
                replied_on, assignee_id)
            VALUES (\(letter.courtCode), \(String(number)), \(letter.source), \(letter.receivedOn)::text::date, 'POST',
                \(letter.isTransferred ? "省院信访局" : nil), 0, '标题', '内容', 'APPEAL_CLAIM', \(letter.category), \(letter.isSealed),
                \(letter.dueOn)::text::date, \(letter.dueOn)::text::date, 'letters.ORDINARY', \(letter.isDuplicate ? root : nil),
                \(letter.isDuplicate ? "MANUAL" : nil), \(letter.state), \(letter.repliedOn)::text::date,
                (SELECT id FROM core.staff WHERE court_code = \(letter.courtCode) AND 'HANDLER' = ANY (roles)
                    ORDER BY id OFFSET \(Int64(number % 2)) LIMIT 1))
            RETURNING id
            """
        )
        let key = try rows[0].decode("id", as: Int64.self)
        if letter.isReported {
            try await court.database.execute(
                """
                INSERT INTO letters.online_report (letter_id, court_code, platform, submitted_at, external_ref, result)
                VALUES (\(key), \(letter.courtCode), '平台', now(), 'W', 'ACCEPTED')
                """
            )
        }
        if let repliedOn = letter.repliedOn {
            try await court.database.execute(
                """
                INSERT INTO letters.reply (letter_id, court_code, text, remedies_told, author_id, sent_on, method)
                SELECT \(key), \(letter.courtCode), '答复', '救济', min(id), \(repliedOn)::text::date, 'POST' FROM core.staff
                """
            )
        }
        for (seq, rating) in letter.ratings.enumerated() {
            try await court.database.execute(
                """
                WITH sender AS (
                    INSERT INTO letters.letter_sender (letter_id, court_code, seq, name_masked)
                    VALUES (\(key), \(letter.courtCode), \(Int32(seq + 1)), '陈*') RETURNING id
                )
                INSERT INTO letters.feedback (letter_id, court_code, sender_id, rating, liked, received_on, via, reply_sent_on)
                SELECT \(key), \(letter.courtCode), id, \(rating.rating), \(rating.isLiked), '2018-06-29', 'PHONE',
                    \(letter.repliedOn)::text::date FROM sender
                """
            )
        }
        for round in 0..<letter.reviews {
            try await court.database.execute(
                """
                INSERT INTO letters.review_step (letter_id, court_code, level, reviewer_id, decision, comment, round)
                SELECT \(key), \(letter.courtCode), 'DIVISION_HEAD', min(id), \(round < letter.returns ? "RETURNED" : "APPROVED"), '意见',
                    \(Int32(round + 1)) FROM core.staff
                """
            )
        }
        return key
    }
}

/// The figures of a report, counted one letter after the other.
struct NaiveFigures {
    let all: [(String, Double?)]

    init(_ letters: [GeneratedLetters.Letter], today: String) {
        let cases = letters.filter { !$0.isDuplicate }
        let replied = cases.filter { $0.repliedOn != nil }
        let onTime = replied.filter { ($0.repliedOn ?? "") <= $0.dueOn }
        let ended: Set<String> = [
            "DUPLICATE", "RETURNED_TO_SENDER", "TRANSFERRED", "VOIDED", "PAUSED", "CLOSED", "BOUND", "ARCHIVED",
        ]
        let overdue = cases.filter { $0.repliedOn == nil && $0.dueOn < today && !ended.contains($0.state) }
        let closed: Set<String> = ["CLOSED", "BOUND", "ARCHIVED"]
        let rated = replied.filter { !$0.ratings.isEmpty }
        let satisfied = rated.filter { $0.ratings.contains { $0.rating != "DISSATISFIED" } }
        let liked = rated.filter { $0.ratings.contains { $0.isLiked } }
        let transferred = letters.filter(\.isTransferred)
        let transferredCases = transferred.filter { !$0.isDuplicate }
        let reviews = letters.reduce(0) { $0 + $1.reviews }
        func rate(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
        all = [
            ("items", Double(letters.count)), ("cases", Double(cases.count)), ("replied", Double(replied.count)),
            ("repliedOnTime", Double(onTime.count)), ("overdue", Double(overdue.count)),
            ("onTimeRate", rate(onTime.count, replied.count + overdue.count)),
            ("caseClosingRate", rate(cases.count { closed.contains($0.state) }, cases.count)),
            ("itemClosingRate", rate(letters.count { closed.contains($0.state) }, letters.count)),
            ("onlineClosingRate", rate(transferredCases.count(where: \.isReported), transferredCases.count)),
            ("itemOnlineClosingRate", rate(transferred.count(where: \.isReported), transferred.count)),
            ("returnedInReviewRate", rate(letters.reduce(0) { $0 + $1.returns }, reviews)),
            ("satisfactionRate", rate(satisfied.count, rated.count)),
            ("participationRate", rate(rated.count, replied.count)),
            ("likeRate", rate(liked.count, replied.count)),
        ]
    }
}
