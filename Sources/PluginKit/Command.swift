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

    /// The mutation that this one does to each item of its list, each in a transaction of its own; nil for one that does
    /// something itself.
    public let each: String?

    /// Creates a command.
    public init(
        name: String,
        isAskedAnew: Bool = false,
        run: @escaping @Sendable (_ input: InputObject, _ context: WriteContext) async throws -> Payload
    ) {
        self.name = name
        self.isAskedAnew = isAskedAnew
        self.run = run
        each = nil
    }

    /// The command of a mutation that does another one to each item of a list (`@each(of:)`): the host runs the other's
    /// command, item by item, and answers what became of each.
    public init(name: String, each mutation: String) {
        self.name = name
        isAskedAnew = false
        each = mutation
        run = { _, _ in Payload() }
    }

    /// The command for an answer that depends on who may see it now, such as clear values: under a repeated
    /// `idempotencyKey` it is run anew, with every check, and its answer is never kept.
    public func askedAnew() -> Command { Command(name: name, isAskedAnew: true, run: run) }
}
