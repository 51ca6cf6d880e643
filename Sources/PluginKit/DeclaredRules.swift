public import CourtFormats

/// The declared rules of inputs, for values that come another way: the rows of a file.
///
/// Found by `WriteContext.service(_:)`.
public struct DeclaredRules: PluginService {
    /// Checks the members of an input object of a type on a day.
    public typealias Check =
        @Sendable (_ input: InputObject, _ type: String, _ today: CalendarDate) -> (
            input: InputObject, faults: DomainErrors
        )

    private let run: Check

    /// Creates the rules of a schema.
    public init(_ check: @escaping Check) { run = check }

    /// What the rules of an input object's type make of its members, and every fault, its path below the object.
    ///
    /// Rows that it names are not looked up.
    public func check(
        _ input: InputObject,
        as type: String,
        on today: CalendarDate
    ) -> (input: InputObject, faults: DomainErrors) { run(input, type, today) }
}
