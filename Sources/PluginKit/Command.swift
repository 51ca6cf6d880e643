/// A mutation's function with the name of its field.
///
/// Made by generated code, see GeneratedCode.md.
public struct Command: Sendable {
    /// The mutation field: `classifyLetter`.
    public let name: String
    /// Decodes the input, runs the function in the host's transaction, and answers what the payload is read from.
    public let run: @Sendable (_ input: InputObject, _ context: WriteContext) async throws -> Payload

    /// Whether a repeated request is run anew instead of given its first answer.
    public let isAskedAnew: Bool

    /// Creates a command.
    public init(
        name: String,
        isAskedAnew: Bool = false,
        run: @escaping @Sendable (_ input: InputObject, _ context: WriteContext) async throws -> Payload
    ) {
        self.name = name
        self.isAskedAnew = isAskedAnew
        self.run = run
    }

    /// The command for an answer that depends on who may see it now, such as clear values: under a repeated
    /// `idempotencyKey` it is run anew, with every check, and its answer is never kept.
    public func askedAnew() -> Command { Command(name: name, isAskedAnew: true, run: run) }
}
