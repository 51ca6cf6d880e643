import CourtFormats
import PluginKit

extension DomainErrors {
    /// A text that keeps the rule, trimmed; a fault is kept and the text answered as it is.
    mutating func text(_ text: String, maximumLength: Int, isLong: Bool = false, field: InputPath) -> String {
        format(field) { () throws(FormatError) in
            try TextRule(maximumLength: maximumLength, allowsLineBreaks: isLong).check(text)
        } ?? text
    }

    /// The same for a text that may be left out: nil when nothing of it can be seen.
    mutating func optionalText(_ text: String?, maximumLength: Int, isLong: Bool = false, field: InputPath) -> String? {
        guard let text, !text.isBlank else { return nil }
        return self.text(text, maximumLength: maximumLength, isLong: isLong, field: field)
    }

    /// A parsed value; nil with its fault kept.
    mutating func format<Value>(_ field: InputPath, _ parse: () throws(FormatError) -> Value) -> Value? {
        do { return try parse() } catch {
            add(DomainError(.init(error.code), error.message, field: field))
            return nil
        }
    }

    /// A list of a length that a person has written: from one to fifty.
    mutating func count(_ count: Int, isRequired: Bool = true, field: InputPath) {
        if count == 0, isRequired { add(DomainError(.textEmpty, "内容不能为空", field: field)) }
        if count > Self.listLimit { add(DomainError(.inputInvalid, "不得超过\(Self.listLimit)项", field: field)) }
    }

    private static let listLimit = 50
}
