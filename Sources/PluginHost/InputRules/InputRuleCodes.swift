import PluginKit

extension DomainError.Code {
    static let personalDataInText = Self("PII_IN_TEXT")
    static let valueNotAllowed = Self("VALUE_NOT_ALLOWED")
}
