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

    /// Checks a text and returns it without the white space around it.
    ///
    /// - Throws: `TEXT_EMPTY`, `TEXT_CONTROL_CHARS` or `TEXT_TOO_LONG`, the first that applies.
    public func check(_ text: String) throws(FormatError) -> String {
        let scalars = text.unicodeScalars
        let start = scalars.firstIndex { !$0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }
        guard let start, let end else {
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

    /// Control characters (general category Cc), and those that turn the direction of what follows and so can disguise it.
    private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: !allowsLineBreaks
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: scalar.properties.generalCategory == .control
        }
    }
}
