/// A refusal in the court's own words: a stable code (docs/errors.md), a Chinese message, and where in the input.
public struct DomainError: Error, Hashable, Sendable {
    /// A stable code; plugins add theirs by extension.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// As in `extensions.code`.
        public let rawValue: String

        /// Creates a code.
        public init(_ rawValue: String) { self.rawValue = rawValue }

        /// The code's text.
        public var description: String { rawValue }
    }

    /// The code.
    public let code: Code
    /// What was found and what is allowed, in Chinese; never a personal datum.
    public let message: String
    /// The input field at fault.
    public let field: InputPath?
    /// Further members of `extensions`, such as `allowed`, `unmet` or `line`.
    public let details: [Detail]

    /// A member of `extensions`.
    public struct Detail: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its value.
        public let value: InputObject.Value

        /// Creates a detail.
        public init(_ name: String, _ value: InputObject.Value) {
            self.name = name
            self.value = value
        }
    }

    /// Creates an error.
    public init(_ code: Code, _ message: String, field: InputPath? = nil, details: [Detail] = []) {
        self.code = code
        self.message = message
        self.field = field
        self.details = details
    }

    static func missingInput(_ field: InputPath) -> DomainError {
        DomainError(.inputInvalid, "输入不完整", field: field)
    }
}

extension DomainError: CustomStringConvertible {
    /// Message and code, for a log or a terminal.
    public var description: String { "\(message) [\(code)]" }
}

/// Every fault of one input together.
public struct DomainErrors: Error, Sendable {
    /// At least one.
    public private(set) var errors: [DomainError]

    /// Creates a list.
    public init(_ errors: [DomainError] = []) { self.errors = errors }

    /// Adds a fault.
    public mutating func add(_ error: DomainError) { errors.append(error) }

    /// Runs a check and keeps its fault; nil when it failed.
    public mutating func collect<R>(_ body: () throws(DomainError) -> R) -> R? {
        do { return try body() } catch {
            errors.append(error)
            return nil
        }
    }

    /// Throws when there is any.
    public func throwIfAny() throws(DomainErrors) {
        if !errors.isEmpty { throw self }
    }
}

extension DomainError.Code {
    /// 无权限.
    public static let forbidden = Self("FORBIDDEN")
    /// 该操作须由在职人员办理，令牌未关联人员.
    public static let postRequired = Self("POST_REQUIRED")
    /// 不存在.
    public static let notFound = Self("NOT_FOUND")
    /// 数据已被他人修改，请刷新.
    public static let versionConflict = Self("VERSION_CONFLICT")
    /// 请求编号重复.
    public static let idempotencyReused = Self("IDEMPOTENCY_REUSED")
    /// 当前状态不允许该操作.
    public static let illegalTransition = Self("ILLEGAL_TRANSITION")
    /// 不满足流转条件.
    public static let guardFailed = Self("GUARD_FAILED")
    /// 输入不完整.
    public static let inputInvalid = Self("INPUT_INVALID")
    /// 日期格式错误.
    public static let dateInvalid = Self("DATE_INVALID")
    /// 日期不能晚于今日.
    public static let dateInFuture = Self("DATE_IN_FUTURE")
    /// 日期先后顺序错误.
    public static let dateOrder = Self("DATE_ORDER")
    /// 内容不能为空.
    public static let textEmpty = Self("TEXT_EMPTY")
    /// 少于最小长度N.
    public static let textTooShort = Self("TEXT_TOO_SHORT")
    /// 超过最大长度N.
    public static let textTooLong = Self("TEXT_TOO_LONG")
    /// 含非法控制字符.
    public static let textControlChars = Self("TEXT_CONTROL_CHARS")
}
