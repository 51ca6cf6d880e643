import Foundation
import GraphQLExecution

/// Keeps a cursor's scope in front of its content, both in clear.
final class ClearSeal: CursorSeal {
    let prefixByteCount = 8
    private let bindsChoice: Bool

    /// Without `bindsChoice` a cursor can be used under any filter: a place among rows is one whatever is filtered.
    init(bindsChoice: Bool = true) { self.bindsChoice = bindsChoice }

    func seal(_ bytes: inout [UInt8], of scope: CursorScope) -> Bool {
        bytes.replaceSubrange(..<prefixByteCount, with: prefix(scope))
        return true
    }

    func open(_ sealed: [UInt8], of scope: CursorScope) -> [UInt8]? {
        sealed.starts(with: prefix(scope)) ? Array(sealed.dropFirst(prefixByteCount)) : nil
    }

    /// The scope that a cursor made so is of.
    static func scope(of text: String) -> CursorScope? {
        guard let bytes = Data(base64Encoded: text), bytes.count >= 8 else { return nil }
        func number(_ start: Int) -> UInt32 { bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        return CursorScope(query: number(0), choice: number(4))
    }

    private func prefix(_ scope: CursorScope) -> [UInt8] {
        [scope.query, bindsChoice ? scope.choice : 0].flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * UInt32($0))) }
        }
    }
}
