import CourtFormats
import Testing

@testable import LettersPlugin
@testable import PluginKit

/// The table itself; that each row is taken, and refused, is tried through the API.
@Suite("The workflow of letters")
struct LetterWorkflowTests {
    static let table = LetterLife.workflow

    static let forbiddenStates: [(String, LetterState)] = [
        ("classifyLetter", .classified), ("assignLetter", .registered), ("startHandling", .classified),
        ("submitReview", .assigned), ("reviewLetter", .handling), ("recordDispatch", .inReview),
        ("closeLetter", .approved), ("closeLetter", .closed), ("bindLetter", .replied), ("archiveLetter", .closed),
        ("reopenLetter", .archived), ("markDuplicate", .handling), ("pauseLetter", .inReview),
        ("voidLetter", .replied), ("recordFeedback", .approved), ("transferLetter", .transferred),
        ("extendLetter", .replied), ("linkLetterDossier", .voided), ("closeWithRoot", .duplicate),
        ("reopenWithRoot", .closed),
    ]

    @Test("An action that the state does not allow is refused with what it does allow", arguments: forbiddenStates)
    func illegal(_ action: String, _ state: LetterState) throws {
        let error = try #require(throws: DomainError.self) {
            try Self.table.open(action, in: state, to: LetterAccessTests.principal(Set(Role.allCases)))
        }
        #expect(error.code == .illegalTransition)
        #expect(error.message == "当前状态不允许该操作")
        let actions = Self.table.actions(in: state).map { InputObject.Value.string($0) }
        #expect(error.details.contains(.init("allowed", .list(actions))))
    }

    static let foreignRoles: [(String, LetterState, Role)] = [
        ("classifyLetter", .registered, .divisionHead), ("assignLetter", .classified, .clerk),
        ("reviewLetter", .inReview, .clerk), ("closeLetter", .reported, .president),
        ("closeLetter", .replied, .inspector), ("submitOnlineReport", .replied, .inspector),
        ("extendLetter", .handling, .clerk), ("archiveLetter", .bound, .clerk),
        ("recordDispatch", .approved, .divisionHead), ("endorseLetter", .handling, .divisionHead),
        ("transferLetter", .classified, .president),
    ]

    @Test("An action of another role is refused", arguments: foreignRoles)
    func foreignRole(_ action: String, _ state: LetterState, _ role: Role) throws {
        let error = try #require(throws: DomainError.self) {
            try Self.table.open(action, in: state, to: LetterAccessTests.principal([role]))
        }
        #expect(error.code == .forbidden)
    }

    @Test("What is missing is listed, of all of an action's rows, each once")
    func unmet() throws {
        var subject = Subject(
            LetterAccessTests.letter(state: .transferred),
            principal: LetterAccessTests.principal([.divisionHead]),
            today: .latest,
            input: try CloseLetterInput(
                input: .object([
                    .init(name: "letterId", value: .string("1")), .init(name: "version", value: .integer(1)),
                ]),
                field: .input([])
            )
        )
        let rows = try Self.table.open("closeLetter", in: .transferred, to: subject.principal)
        for fact in rows.flatMap({ $0.facts(for: nil) }) { subject.facts.deny(fact) }
        let error = try #require(throws: DomainError.self) { try Self.table.choose(rows, subject) }
        #expect(error.code == .guardFailed)
        #expect(error.message == "不满足流转条件：受理单位尚未反馈办理结果；网上报结未通过；未向交办机关报告")
    }

    @Test("A duplicate follows its root by rows of the table, and nobody can take them")
    func cascades() {
        let rows = Self.table.transitions.filter(\.isFollowed)
        #expect(rows.map(\.action) == ["endPause", "closeWithRoot", "reopenWithRoot"])
        #expect(rows.map(\.from) == [[.paused], [.duplicate], [.closed]])
        #expect(rows.map(\.to) == [.handling, .closed, .duplicate])
    }

    @Test("Every state but the last can be left")
    func states() {
        for state in LetterState.allCases {
            let leaves = Self.table.transitions.contains { $0.from.contains(state) && $0.to != nil && $0.to != state }
            let isLast = [.archived, .voided].contains(state)
            #expect(leaves != isLast, "\(state)")
        }
    }

    @Test("Every act has an audit event of its own, and only replies and closings are announced")
    func events() {
        let acts = Self.table.acts
        #expect(Set(acts.map(\.event)).count == acts.count)
        #expect(acts.filter(\.isAnnounced).map(\.event) == ["letter.replied", "letter.closed"])
    }
}

extension FactValues {
    /// Says no to a condition of the database.
    fileprivate mutating func deny(_ fact: any AnyFact) {
        if let condition = fact as? Fact<Bool> { set(condition, false) }
    }
}
