/// What free text must keep to before it is stored.
public struct TextRule: Hashable, Sendable {
    /// The longest text allowed, in Unicode code points, as PostgreSQL's `varchar(n)` counts.
    public let maximumLength: Int
    /// Whether line breaks and tabs may stand in it.
    public let allowsLineBreaks: Bool

    /// Creates a rule.
    public init(maximumLength: Int, allowsLineBreaks: Bool = false) {
        self.maximumLength = maximumLength
        self.allowsLineBreaks = allowsLineBreaks
    }

    /// Checks a text and returns it without the blanks around it; a text of nothing that can be seen is empty.
    ///
    /// - Throws: `TEXT_EMPTY`, `TEXT_CONTROL_CHARS` or `TEXT_TOO_LONG`, the first that applies.
    public func check(_ text: String) throws(FormatError) -> String {
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.isBlank && !$0.isMark }),
            // A mark at the end belongs to the character before it.
            let end = scalars.lastIndex(where: { !$0.isBlank || $0.isMark })
        else {
            throw FormatError(code: "TEXT_EMPTY", message: "内容不能为空")
        }
        let trimmed = scalars[start...end]
        guard !trimmed.contains(where: isForbidden) else {
            throw FormatError(code: "TEXT_CONTROL_CHARS", message: "含非法控制字符")
        }
        guard trimmed.count <= maximumLength else {
            throw FormatError(code: "TEXT_TOO_LONG", message: "超过最大长度\(maximumLength)")
        }
        return String(String.UnicodeScalarView(trimmed))
    }

    private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: !allowsLineBreaks
        default: scalar.isControl
        }
    }
}
