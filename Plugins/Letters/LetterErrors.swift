import CourtFormats
import PluginKit

extension DomainError.Code {
    static let batchExists = Self("BATCH_EXISTS")
    static let duplicateRootInvalid = Self("DUPLICATE_ROOT_INVALID")
    static let duplicateCycle = Self("DUPLICATE_CYCLE")
    static let recusalRequired = Self("RECUSAL_REQUIRED")
    static let reviewOrder = Self("REVIEW_ORDER")
    static let reviewerConflict = Self("REVIEWER_CONFLICT")
    static let extensionTooLong = Self("EXTENSION_TOO_LONG")
    static let alreadyExtended = Self("ALREADY_EXTENDED")
    static let volumeIncomplete = Self("VOLUME_INCOMPLETE")
}

extension DomainError {
    static let forbiddenToCaller = DomainError(.forbidden, "无权限")

    static func absent(_ field: String...) -> DomainError {
        DomainError(.notFound, "不存在", field: .input(field))
    }
}

extension InputPath {
    /// A field of the mutation's input: `.input(["senders", "0", "name"])`.
    static func input(_ names: [String]) -> InputPath { InputPath(["input"] + names) }
}
