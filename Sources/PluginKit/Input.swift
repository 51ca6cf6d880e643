public import CourtFormats

/// An input object after coercion: members in order, absent ones left out.
public struct InputObject: Sendable {
    /// A coerced value: enums as their name, ID as text.
    public indirect enum Value: Hashable, Sendable {
        case null
        case boolean(Bool)
        case integer(Int)
        case double(Double)
        case string(String)
        case list([Value])
        case object([Member])
    }

    /// A member with its name.
    public struct Member: Hashable, Sendable {
        /// The input field's name.
        public let name: String
        /// Its value.
        public let value: Value

        /// Creates a member.
        public init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// The members given.
    public let members: [Member]

    /// Creates an input object.
    public init(members: [Member]) { self.members = members }

    /// The member's value, nil when it is absent.
    public subscript(name: String) -> Value? { members.first { $0.name == name }?.value }
}

/// A nullable input field or argument: absent, null and a value are three different things.
public enum InputField<Wrapped: Sendable>: Sendable {
    case absent
    case null
    case value(Wrapped)

    /// The value; nil when absent or null.
    public var value: Wrapped? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Whether the client gave it, null included.
    public var isGiven: Bool {
        if case .absent = self { false } else { true }
    }
}

extension InputField: Equatable where Wrapped: Equatable {}
extension InputField: Hashable where Wrapped: Hashable {}

/// A type that is read from a coerced input value; generated enums and input structs conform.
public protocol InputDecodable: Sendable {
    /// Reads the value. Coercion has checked shape and enum names already; what it cannot check (the range of an ID, the
    /// form of a date) throws a `DomainError` for `field`.
    init(input value: InputObject.Value, field: InputPath) throws(DomainError)
}

/// Where a value stands in the input: `input.batch.receivedOn`, `input.items.3`.
public struct InputPath: Hashable, Sendable, CustomStringConvertible {
    /// Names and list positions.
    public let segments: [String]

    /// Creates a path.
    public init(_ segments: [String]) { self.segments = segments }

    /// The path of a member.
    public func appending(_ segment: String) -> InputPath { InputPath(segments + [segment]) }

    /// Dotted.
    public var description: String { segments.joined(separator: ".") }
}

/// The key of a row, as `ID` in the API: a decimal number.
public struct EntityID: Hashable, Sendable {
    /// The row's key.
    public let value: Int64

    /// Creates an id.
    public init(_ value: Int64) { self.value = value }
}

extension InputObject {
    /// Reads a required member.
    public func decode<T: InputDecodable>(_ name: String, at path: InputPath, as type: T.Type = T.self)
        throws(DomainError) -> T
    {
        let field = path.appending(name)
        guard let value = self[name] else { throw DomainError.missingInput(field) }
        return try T(input: value, field: field)
    }

    /// Reads a nullable member.
    public func decodeField<T: InputDecodable>(
        _ name: String,
        at path: InputPath,
        as type: T.Type = T.self
    ) throws(DomainError) -> InputField<T> {
        guard let value = self[name] else { return .absent }
        if case .null = value { return .null }
        return .value(try T(input: value, field: path.appending(name)))
    }
}

extension String: InputDecodable {
    /// Reads a String, or a custom scalar's text.
    public init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
        guard case .string(let text) = value else { throw DomainError.missingInput(field) }
        self = text
    }
}

extension Bool: InputDecodable {
    /// Reads a Boolean.
    public init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
        guard case .boolean(let flag) = value else { throw DomainError.missingInput(field) }
        self = flag
    }
}

extension Int: InputDecodable {
    /// Reads an Int.
    public init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
        guard case .integer(let number) = value else { throw DomainError.missingInput(field) }
        self = number
    }
}

extension Int {
    /// The number as an `integer` column holds it; throws INPUT_INVALID for one that does not fit.
    public func int32(at field: InputPath) throws(DomainError) -> Int32 {
        guard let number = Int32(exactly: self) else { throw DomainError(.inputInvalid, "数值超出范围", field: field) }
        return number
    }
}

extension Double: InputDecodable {
    /// Reads a Float.
    public init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
        switch value {
        case .double(let number): self = number
        case .integer(let number): self = Double(number)
        default: throw DomainError.missingInput(field)
        }
    }
}

extension Array: InputDecodable where Element: InputDecodable {
    /// Reads a list.
    public init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
        guard case .list(let items) = value else { throw DomainError.missingInput(field) }
        var elements: [Element] = []
        elements.reserveCapacity(items.count)
        for (position, item) in items.enumerated() {
            elements.append(try Element(input: item, field: field.appending(String(position))))
        }
        self = elements
    }
}

extension EntityID: InputDecodable {
    /// Reads an ID; one that is no decimal number names nothing.
    public init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
        guard case .string(let text) = value, let number = Int64(text) else {
            throw DomainError(.notFound, "不存在", field: field)
        }
        self.init(number)
    }
}

extension CalendarDate: InputDecodable {
    /// Reads a Date, `YYYY-MM-DD`.
    public init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
        guard case .string(let text) = value, let date = CalendarDate(iso: text) else {
            throw DomainError(.dateInvalid, "日期格式错误，应为YYYY-MM-DD", field: field)
        }
        self = date
    }
}
