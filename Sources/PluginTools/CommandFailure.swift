/// Why a command could not do its work, in one sentence for the person who gave it.
///
/// A wrong use of the command's options is `ValidationError` instead, which shows the usage too.
public struct CommandFailure: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String

    /// Creates a failure.
    public init(_ description: String) { self.description = description }
}
