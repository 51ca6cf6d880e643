import CourtCore
import CourtFormats
import Testing

@testable import LettersPlugin
@testable import PluginKit

@Suite("Who may change a letter")
struct LetterAccessTests {
    static func letter(
        isSealed: Bool = false,
        accused: [Int64] = [],
        assignee: Int64? = nil,
        court: String = "晋03",
        registeredBy: Int64? = nil,
        state: LetterState = .classified
    ) -> LetterRow {
        LetterRow(
            id: 1,
            courtCode: court,
            version: 1,
            source: .ordinary,
            receivedOn: .earliest,
            createdByID: registeredBy,
            deadlineRuleKey: "letters.ORDINARY",
            matterClass: .appealClaim,
            category: .filing,
            sealed: isSealed,
            accusedStaffIDs: accused,
            assigneeID: assignee,
            dueOn: .latest,
            reviewLevels: [],
            reviewRound: 0,
            state: state
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

    /// Whether a caller may know of the letter for an act.
    static func admits(_ letter: LetterRow, _ principal: Principal, _ act: LetterAct) -> Bool {
        LetterLife.workflow.admits(act, letter, principal) == nil
    }

    @Test("Courts within sight are open, another is absent; only the letter's own court acts")
    func courts() {
        let clerk = Self.principal([.clerk])
        #expect(Self.admits(Self.letter(), clerk, LetterLife.classify))
        #expect(Self.admits(Self.letter(court: "晋0302"), clerk, LetterLife.classify))
        #expect(!Self.admits(Self.letter(court: "晋04"), clerk, LetterLife.classify))
        for row in LetterLife.workflow.transitions {
            #expect(row.acts(on: Self.letter(), clerk), "\(row.action)")
            #expect(!row.acts(on: Self.letter(court: "晋0302"), clerk), "\(row.action)")
        }
    }

    @Test("A sealed letter is absent to all but inspectors, whatever the act")
    func sealed() {
        let sealed = Self.letter(isSealed: true)
        for act in LetterLife.workflow.acts {
            for role in Role.allCases where role != .inspector {
                #expect(!Self.admits(sealed, Self.principal([role]), act), "\(act.name) \(role)")
            }
        }
        #expect(Self.admits(sealed, Self.principal([.inspector]), LetterLife.transfer))
        // Recusal is a person's, so that nobody reads what is sealed without being one.
        #expect(!Self.admits(sealed, Self.principal([.inspector], staff: nil), LetterLife.transfer))
        let elsewhere = Self.letter(isSealed: true, court: "晋0302")
        #expect(!Self.admits(elsewhere, Self.principal([.inspector]), LetterLife.transfer))
    }

    @Test("Whoever registered a sealed letter does to it what registering needs, and nothing more")
    func registrar() {
        let sealed = Self.letter(isSealed: true, registeredBy: 5)
        for act in LetterLife.workflow.acts {
            let allowed = [
                "classifyLetter", "markDuplicate", "amendLetter", "reclassifyLetter", "transferLetter",
            ].contains(act.name)
            #expect(Self.admits(sealed, Self.principal([.clerk]), act) == allowed, "\(act.name)")
            #expect(!Self.admits(sealed, Self.principal([.clerk], staff: 6), act), "\(act.name)")
            #expect(!Self.admits(sealed, Self.principal([.president]), act), "\(act.name)")
        }
        let accusing = Self.letter(isSealed: true, accused: [5], registeredBy: 5)
        #expect(!Self.admits(accusing, Self.principal([.clerk]), LetterLife.classify))
    }

    @Test("The letter is absent to those whom it accuses and to whoever is recused with them, inspectors included")
    func recusal() {
        let letter = Self.letter(isSealed: true, accused: [5])
        #expect(!Self.admits(letter, Self.principal([.inspector]), LetterLife.transfer))
        #expect(Self.admits(letter, Self.principal([.inspector], staff: 6), LetterLife.transfer))
        let recused = Self.principal([.inspector], staff: 6, recusedFrom: [4, 5, 6])
        #expect(!Self.admits(letter, recused, LetterLife.transfer))
    }

    @Test("A handler sees only what is assigned to them, and only the assignee handles it")
    func assignment() throws {
        let handler = Self.principal([.handler])
        #expect(Self.admits(Self.letter(assignee: 5), handler, LetterLife.startHandling))
        #expect(!Self.admits(Self.letter(assignee: 6), handler, LetterLife.startHandling))
        #expect(!Self.admits(Self.letter(), handler, LetterLife.startHandling))
        func refusal(_ assignee: Int64?) throws -> DomainError? {
            let both = Self.principal([.handler, .clerk])
            return try LetterLife.assignee.refusal(
                Subject(Self.letter(assignee: assignee), principal: both, today: .latest)
            )
        }
        #expect(try refusal(5) == nil)
        #expect(try refusal(6)?.code == .forbidden)
        #expect(try refusal(nil)?.code == .forbidden)
    }

    @Test("Changed fields are named as the API names them, and nothing else")
    func changedFields() {
        let before = Self.letter()
        var after = before
        #expect(after.changes(since: before) == [])
        after.state = .closed
        after.closedOn = .latest
        after.dueOn = .earliest
        after.duplicateOfID = 2
        #expect(after.changes(since: before).map(\.field) == ["dueOn", "duplicateOf", "closedOn", "state"])
        #expect(after.date(of: "dueOn") == .earliest)
        #expect(after.date(of: "subject") == nil)
    }
}
