/// Why a test could not go on, in one sentence.
public struct TestFault: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String

    /// Creates a fault.
    public init(_ description: String) { self.description = description }
}
