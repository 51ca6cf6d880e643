import CourtFormats
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("Available actions")
struct AvailableActionsTests {
    static func open(
        _ state: LetterState,
        _ principal: Principal,
        hasRegister: Bool = true,
        _ prepare: (inout LetterRow, inout LetterFacts) -> Void = { _, _ in }
    ) -> [String] {
        var letter = LetterAccessTests.letter()
        letter.state = state
        var facts = LetterFacts()
        facts.isRegistered = true
        prepare(&letter, &facts)
        return AvailableActions.open(letter, facts, to: principal, hasRegister: hasRegister)
    }

    static let clerk = LetterAccessTests.principal([.clerk])

    @Test("Are those of the caller's roles, in the caller's court only")
    func roles() {
        #expect(Self.open(.registered, Self.clerk) == ["classifyLetter", "markDuplicate", "linkLetterDossier"])
        #expect(Self.open(.voided, Self.clerk) == [])
        let elsewhere = AvailableActions.open(
            LetterAccessTests.letter(court: "晋0302"),
            LetterFacts(),
            to: Self.clerk,
            hasRegister: true
        )
        #expect(elsewhere == [])
    }

    @Test("Are none without a post")
    func post() {
        for state in LetterState.allCases {
            let principal = LetterAccessTests.principal(Set(Role.allCases), staff: nil)
            #expect(Self.open(state, principal) == [], "\(state)")
        }
    }

    @Test("Name nothing of a plugin that is off, nor of a letter without a registration")
    func register() {
        #expect(Self.open(.registered, Self.clerk, hasRegister: false) == ["classifyLetter", "markDuplicate"])
        let unregistered = Self.open(.registered, Self.clerk) { $1.isRegistered = false }
        #expect(unregistered == ["classifyLetter", "markDuplicate"])
    }

    @Test("Of the handling are the assignee's alone")
    func assignee() {
        let handler = LetterAccessTests.principal([.handler])
        #expect(Self.open(.assigned, handler) { letter, _ in letter.assigneeID = 5 } == ["startHandling"])
        #expect(Self.open(.assigned, handler) { letter, _ in letter.assigneeID = 6 } == [])
        let both = LetterAccessTests.principal([.handler, .clerk])
        #expect(Self.open(.assigned, both) { letter, _ in letter.assigneeID = 6 } == ["linkLetterDossier"])
    }

    @Test("Hold a review for the awaited post, who is neither the author nor has reviewed")
    func review() {
        func open(_ role: Role, author: Int64 = 9, reviewers: [Int64] = []) -> Bool {
            Self.open(.inReview, LetterAccessTests.principal([role])) { letter, facts in
                letter.reviewLevel = .vicePresident
                letter.assigneeID = 9
                facts.replyAuthorID = author
                facts.roundReviewers = reviewers
            }.contains("reviewLetter")
        }
        #expect(open(.vicePresident))
        #expect(!open(.divisionHead))
        #expect(!open(.president))
        #expect(!open(.vicePresident, author: 5))
        #expect(!open(.vicePresident, reviewers: [5]))
    }

    @Test("Hold a change of the deadline for the post that the rule names and those above it, before the date is over")
    func approver() {
        func open(_ role: Role, approver: Role?, isPastDue: Bool = false) -> Bool {
            Self.open(.handling, LetterAccessTests.principal([role])) { _, facts in
                facts.extensionLimit = 30
                facts.extensionApprover = approver
                facts.isPastDue = isPastDue
            }.contains("extendLetter")
        }
        #expect(!open(.divisionHead, approver: .vicePresident))
        #expect(open(.vicePresident, approver: .vicePresident))
        #expect(open(.president, approver: .vicePresident))
        #expect(!open(.vicePresident, approver: .president))
        #expect(open(.divisionHead, approver: .divisionHead))
        #expect(open(.divisionHead, approver: nil))
        #expect(!open(.president, approver: .vicePresident, isPastDue: true))
        #expect(!open(.president, approver: .archivist))
    }
}
