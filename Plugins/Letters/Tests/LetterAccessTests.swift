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
        court: String = "晋03"
    ) -> LetterRow {
        LetterRow(
            id: 1,
            courtCode: court,
            version: 1,
            source: .ordinary,
            receivedOn: .earliest,
            registrationID: nil,
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

    static func principal(_ roles: Set<Role>, staff: Int64? = 5, courts: [String] = ["晋03", "晋0302"]) -> Principal {
        Principal(
            tokenID: 1,
            client: "test",
            staffID: staff,
            courtCode: "晋03",
            departmentCode: nil,
            roles: roles,
            readableCourts: courts
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

    @Test("A sealed letter is absent to all but inspectors, unless the action reveals nothing of it")
    func sealed() {
        let sealed = Self.letter(isSealed: true)
        #expect(Self.refusal(sealed, Self.principal([.divisionHead]), .assign) == .notFound)
        #expect(Self.refusal(sealed, Self.principal([.president]), .endorse) == .notFound)
        #expect(Self.refusal(sealed, Self.principal([.inspector]), .transfer) == nil)
        for action in [LetterAction.transfer, .markDuplicate, .unmarkDuplicate] {
            #expect(Self.refusal(sealed, Self.principal([.divisionHead]), action) == nil)
        }
        let elsewhere = Self.letter(isSealed: true, court: "晋0302")
        #expect(Self.refusal(elsewhere, Self.principal([.divisionHead]), .transfer) == .notFound)
    }

    @Test("The letter is absent to those whom it accuses, inspectors included")
    func recusal() {
        let letter = Self.letter(isSealed: true, accused: [5])
        #expect(Self.refusal(letter, Self.principal([.inspector]), .transfer) == .notFound)
        #expect(Self.refusal(letter, Self.principal([.inspector], staff: 6), .transfer) == nil)
        #expect(Self.refusal(letter, Self.principal([.clerk], staff: nil), .markDuplicate) == nil)
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
