import CourtCore
import CourtFormats
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("Who may change a letter")
struct LetterAccessTests {
    static func letter(
        isSealed: Bool = false,
        accused: [Int64] = [],
        assignee: Int64? = nil,
        court: String = "晋03",
        registeredBy: Int64? = nil
    ) -> LetterRow {
        LetterRow(
            id: 1,
            courtCode: court,
            version: 1,
            source: .ordinary,
            receivedOn: .earliest,
            registrationID: nil,
            createdBy: registeredBy,
            deadlineRuleKey: "letters.ORDINARY",
            matterClass: .appealClaim,
            category: .filing,
            isSealed: isSealed,
            accusedStaffIDs: accused,
            assigneeID: assignee,
            dueOn: .latest,
            reviewRound: 0,
            state: .classified
        )
    }

    static func principal(
        _ roles: Set<Role>,
        staff: Int64? = 5,
        courts: [String] = ["晋03", "晋0302"],
        recusedFrom: [Int64]? = nil
    ) -> Principal {
        Principal(
            tokenID: 1,
            client: "test",
            staffID: staff,
            courtCode: "晋03",
            departmentCode: nil,
            roles: roles,
            readableCourts: courts,
            recusedFrom: recusedFrom
        )
    }

    /// The code with which a caller is refused; nil when admitted.
    static func refusal(_ letter: LetterRow, _ principal: Principal, _ action: LetterAction) -> DomainError.Code? {
        do {
            try letter.admit(principal, to: action)
            return nil
        } catch { return error.code }
    }

    @Test("The caller's own court is open, another within sight is forbidden, one out of sight is absent")
    func courts() {
        let clerk = Self.principal([.clerk])
        #expect(Self.refusal(Self.letter(), clerk, .classify) == nil)
        #expect(Self.refusal(Self.letter(court: "晋0302"), clerk, .classify) == .forbidden)
        #expect(Self.refusal(Self.letter(court: "晋04"), clerk, .classify) == .notFound)
    }

    @Test("A sealed letter is absent to all but inspectors, whatever the action")
    func sealed() {
        let sealed = Self.letter(isSealed: true)
        for action in LetterAction.allCases {
            for role in Role.allCases where role != .inspector {
                #expect(Self.refusal(sealed, Self.principal([role]), action) == .notFound, "\(action) \(role)")
            }
        }
        #expect(Self.refusal(sealed, Self.principal([.inspector]), .transfer) == nil)
        // Recusal is a person's, so that nobody reads what is sealed without being one.
        #expect(Self.refusal(sealed, Self.principal([.inspector], staff: nil), .transfer) == .notFound)
        let elsewhere = Self.letter(isSealed: true, court: "晋0302")
        #expect(Self.refusal(elsewhere, Self.principal([.inspector]), .transfer) == .notFound)
    }

    @Test("Whoever registered a sealed letter does to it what registering needs, and nothing more")
    func registrar() {
        let sealed = Self.letter(isSealed: true, registeredBy: 5)
        for action in LetterAction.allCases {
            let allowed = [LetterAction.classify, .markDuplicate, .transfer].contains(action)
            #expect(Self.refusal(sealed, Self.principal([.clerk]), action) == (allowed ? nil : .notFound), "\(action)")
            #expect(Self.refusal(sealed, Self.principal([.clerk], staff: 6), action) == .notFound, "\(action)")
            #expect(Self.refusal(sealed, Self.principal([.president]), action) == .notFound, "\(action)")
        }
        let accusing = Self.letter(isSealed: true, accused: [5], registeredBy: 5)
        #expect(Self.refusal(accusing, Self.principal([.clerk]), .classify) == .notFound)
    }

    @Test("The letter is absent to those whom it accuses and to whoever is recused with them, inspectors included")
    func recusal() {
        let letter = Self.letter(isSealed: true, accused: [5])
        #expect(Self.refusal(letter, Self.principal([.inspector]), .transfer) == .notFound)
        #expect(Self.refusal(letter, Self.principal([.inspector], staff: 6), .transfer) == nil)
        #expect(
            Self.refusal(letter, Self.principal([.inspector], staff: 6, recusedFrom: [4, 5, 6]), .transfer) == .notFound
        )
    }

    @Test("A handler sees only what is assigned to them")
    func assignment() {
        let handler = Self.principal([.handler])
        #expect(Self.refusal(Self.letter(assignee: 5), handler, .startHandling) == nil)
        #expect(Self.refusal(Self.letter(assignee: 6), handler, .startHandling) == .notFound)
        #expect(Self.refusal(Self.letter(), handler, .startHandling) == .notFound)
        #expect(Self.refusal(Self.letter(), Self.principal([.handler], staff: nil), .startHandling) == .notFound)
    }

    @Test("Who sees the whole court still handles only what is assigned to them")
    func assigneeOnly() {
        let both = Self.principal([.handler, .clerk])
        #expect(Self.refusal(Self.letter(assignee: 6), both, .draftReply) == .forbidden)
        #expect(Self.refusal(Self.letter(assignee: 5), both, .draftReply) == nil)
        #expect(Self.refusal(Self.letter(assignee: 6), both, .classify) == nil)
    }

    @Test("Changed fields are named as the API names them, and nothing else")
    func changedFields() {
        let before = Self.letter()
        var after = before
        #expect(after.changedFields(since: before) == [])
        after.state = .closed
        after.closedOn = .latest
        after.dueOn = .earliest
        after.duplicate = .init(rootID: 2, basis: .manual, decidedBy: nil, decidedAt: nil)
        #expect(after.changedFields(since: before) == ["dueOn", "duplicateOf", "state", "closedOn"])
    }
}
