import GraphQLLanguage

/// Two fields, or two sets of them, that cannot be merged.
struct FieldConflict {
    // What one conflict tells at most, as in graphql-js.
    private static let maxLength = 1_000
    private static let maxFields = 20

    let responseKey: String
    let reason: String
    let offsets: [Int]
    let otherOffsets: [Int]

    /// A conflict of two fields themselves.
    init(_ reason: String, _ left: MergeField, _ right: MergeField) {
        responseKey = left.field.responseKey
        self.reason = reason
        offsets = [left.field.offset]
        otherOffsets = [right.field.offset]
    }

    /// The conflicts among what two fields select as one conflict of the fields, nil without any.
    init?(of inner: [FieldConflict], below left: MergeField, _ right: MergeField) {
        guard !inner.isEmpty else { return nil }
        responseKey = left.field.responseKey
        var reasons = ""
        for conflict in inner {
            if !reasons.isEmpty { reasons += " and " }
            reasons += "subfields \"\(Self.abbreviated(conflict.responseKey))\" conflict because \(conflict.reason)"
            if reasons.utf8.count > Self.maxLength { break }
        }
        reason = Self.abbreviated(reasons)
        offsets = Self.joined(left.field.offset, inner.lazy.map(\.offsets))
        otherOffsets = Self.joined(right.field.offset, inner.lazy.map(\.otherOffsets))
    }

    /// A text cut after a thousand characters; it is made of names, so that bytes are characters.
    static func abbreviated(_ text: String) -> String {
        text.utf8.count > maxLength ? text.prefix(maxLength) + "..." : text
    }

    /// As many offsets as one conflict tells, the deeper ones of each inner conflict before the outer ones.
    private static func joined(_ first: Int, _ inner: some Sequence<[Int]>) -> [Int] {
        var offsets = [first]
        for more in inner {
            offsets += more.suffix(maxFields - offsets.count)
            if offsets.count == maxFields { break }
        }
        return offsets
    }
}
