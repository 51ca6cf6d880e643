import GraphQLExecution

/// Keeps a cursor's scope in front of its content, both in clear.
final class ClearSeal: CursorSeal {
    let prefixByteCount = 8

    func seal(_ bytes: inout [UInt8], of scope: CursorScope) -> Bool {
        bytes.replaceSubrange(..<prefixByteCount, with: scope.bytes)
        return true
    }

    func open(_ sealed: [UInt8], of scope: CursorScope) -> [UInt8]? {
        sealed.starts(with: scope.bytes) ? Array(sealed.dropFirst(prefixByteCount)) : nil
    }
}

/// Seals nothing: what is left where OpenSSL fails.
final class BrokenSeal: CursorSeal {
    let prefixByteCount = 0

    func seal(_ bytes: inout [UInt8], of scope: CursorScope) -> Bool { false }
    func open(_ sealed: [UInt8], of scope: CursorScope) -> [UInt8]? { nil }
}

extension CursorScope {
    fileprivate var bytes: [UInt8] {
        [query, choice].flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * UInt32($0))) } }
    }
}
