import CourtCore
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("A reply's draft")
struct ReplyDraftTests {
    static func claim(_ seq: Int, legalBasis: String = "《民事诉讼法》") -> ClaimReplyInput {
        ClaimReplyInput(claimSeq: seq, claim: "督促执行", outcome: .explained, reason: "已执行", legalBasis: legalBasis)
    }

    static func faults(_ claims: [ClaimReplyInput], text: String = "答复", remedies: String = "可申请再审") -> [String] {
        let input = DraftReplyInput(
            letterId: EntityID(1),
            version: 1,
            text: text,
            perClaim: claims,
            remediesTold: remedies
        )
        do {
            _ = try ReplyDraft(input)
            return []
        } catch {
            return error.errors.map { "\($0.field?.description ?? "-") \($0.code)" }
        }
    }

    @Test("A complete draft is accepted, its claims in any order")
    func complete() { #expect(Self.faults([Self.claim(2), Self.claim(1)]) == []) }

    @Test("A draft without claims, text or remedies names each")
    func empty() {
        #expect(
            Self.faults([], text: "", remedies: " ")
                == ["input.text TEXT_EMPTY", "input.remediesTold TEXT_EMPTY", "input.perClaim TEXT_EMPTY"]
        )
    }

    @Test("Claims are numbered from 1 without gaps", arguments: [[0], [2], [1, 1], [1, 3]])
    func numbering(_ numbers: [Int]) {
        #expect(Self.faults(numbers.map { Self.claim($0) }) == ["input.perClaim CLAIM_SEQ_INVALID"])
    }

    @Test("Every claim has a legal basis")
    func legalBasis() {
        #expect(
            Self.faults([Self.claim(1), Self.claim(2, legalBasis: "")]) == ["input.perClaim.1.legalBasis TEXT_EMPTY"]
        )
    }
}
