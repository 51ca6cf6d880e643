public import CourtFormats

/// What a batch resolver answers for one key: a leaf, a row's key, an object, a list of these, or why there is none.
public indirect enum ResolverValue: Hashable, Sendable {
    case null
    /// `Boolean`.
    case boolean(Bool)
    /// `Int`, or a row's key.
    case integer(Int)
    /// `Float`.
    case double(Double)
    /// `String`, an enum value's name, a custom scalar, an `ID`, or a row's key.
    case text(String)
    /// `Date`.
    case date(CalendarDate)
    /// `DateTime`.
    case timestamp(Timestamp)
    /// An `ID`, or the key of a row.
    case key(Int64)
    /// The key of a row whose table has several key columns.
    case compositeKey([ResolverValue])
    case list([ResolverValue])
    /// An object of a type without a table; a field that is left out is null.
    case object([Member])
    /// A refusal: this position is null, with the error at its path.
    case failure(DomainError)

    /// A field of an object.
    public struct Member: Hashable, Sendable {
        /// The field's name.
        public let name: String
        /// Its value.
        public let value: ResolverValue

        /// Creates a field.
        public init(_ name: String, _ value: ResolverValue) {
            self.name = name
            self.value = value
        }
    }

    /// An object of these fields.
    public static func object(_ fields: KeyValuePairs<String, any ResolverAnswer>) -> ResolverValue {
        .object(fields.map { Member($0.key, $0.value.resolverValue) })
    }

    /// The key of a row with several key columns.
    public static func row(_ columns: any ResolverAnswer...) -> ResolverValue {
        .compositeKey(columns.map(\.resolverValue))
    }

    /// What it is, for messages; never the value.
    package var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .double: "a double"
        case .text: "a text"
        case .date: "a date"
        case .timestamp: "an instant"
        case .key: "a key"
        case .compositeKey(let columns): "a key of \(columns.count) columns"
        case .list: "a list"
        case .object: "an object"
        case .failure: "a failure"
        }
    }
}

/// A type that a batch resolver can answer; generated enums conform.
public protocol ResolverAnswer: Sendable {
    /// The value.
    var resolverValue: ResolverValue { get }
}

extension ResolverValue: ResolverAnswer {
    /// Itself.
    public var resolverValue: ResolverValue { self }
}

extension ResolverAnswer where Self: RawRepresentable, RawValue == String {
    /// The enum value's name.
    public var resolverValue: ResolverValue { .text(rawValue) }
}

extension Optional: ResolverAnswer where Wrapped: ResolverAnswer {
    /// The value, or null.
    public var resolverValue: ResolverValue { self?.resolverValue ?? .null }
}

extension Result: ResolverAnswer where Success: ResolverAnswer, Failure == DomainError {
    /// The value, or the refusal of this key alone.
    public var resolverValue: ResolverValue {
        switch self {
        case .success(let value): value.resolverValue
        case .failure(let error): .failure(error)
        }
    }
}

extension Array: ResolverAnswer where Element: ResolverAnswer {
    /// A list.
    public var resolverValue: ResolverValue { .list(map(\.resolverValue)) }
}

extension Bool: ResolverAnswer {
    /// A `Boolean`.
    public var resolverValue: ResolverValue { .boolean(self) }
}

extension Int: ResolverAnswer {
    /// An `Int`.
    public var resolverValue: ResolverValue { .integer(self) }
}

extension Int64: ResolverAnswer {
    /// An `ID`, or the key of a row.
    public var resolverValue: ResolverValue { .key(self) }
}

extension EntityID: ResolverAnswer {
    /// An `ID`, or the key of a row.
    public var resolverValue: ResolverValue { .key(value) }
}

extension Double: ResolverAnswer {
    /// A `Float`.
    public var resolverValue: ResolverValue { .double(self) }
}

extension String: ResolverAnswer {
    /// A `String`, an enum value's name, a custom scalar, or the key of a row.
    public var resolverValue: ResolverValue { .text(self) }
}

extension CalendarDate: ResolverAnswer {
    /// A `Date`.
    public var resolverValue: ResolverValue { .date(self) }
}

extension Timestamp: ResolverAnswer {
    /// A `DateTime`.
    public var resolverValue: ResolverValue { .timestamp(self) }
}
