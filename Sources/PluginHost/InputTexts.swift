import CourtFormats
import PluginKit

/// The one rule that every text of every mutation keeps, whatever its command asks of it: PostgreSQL has no text with a NUL.
enum InputTexts {
    /// Throws TEXT_CONTROL_CHARS for each text that breaks it.
    static func check(_ input: InputObject, at path: InputPath) throws(DomainErrors) {
        var errors = DomainErrors()
        for member in input.members { check(member.value, at: path.appending(member.name), &errors) }
        try errors.throwIfAny()
    }

    private static func check(_ value: InputObject.Value, at path: InputPath, _ errors: inout DomainErrors) {
        switch value {
        case .string(let text):
            guard text.utf8.contains(0) else { return }
            errors.add(DomainError(.textControlChars, "含非法控制字符", field: path))
        case .list(let items):
            for (position, item) in items.enumerated() { check(item, at: path.appending(String(position)), &errors) }
        case .object(let members):
            for member in members { check(member.value, at: path.appending(member.name), &errors) }
        case .null, .boolean, .integer, .double: break
        }
    }
}
