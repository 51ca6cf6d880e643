/// A mutation's function with the name of its field.
///
/// Made by generated code, see GeneratedCode.md.
public struct Command: Sendable {
    /// The mutation field: `classifyLetter`.
    public let name: String
    /// Decodes the input, runs the function in the host's transaction, and answers what the payload is read from.
    public let run: @Sendable (_ input: InputObject, _ context: WriteContext) async throws -> Payload

    /// Creates a command.
    public init(
        name: String,
        run: @escaping @Sendable (_ input: InputObject, _ context: WriteContext) async throws -> Payload
    ) {
        self.name = name
        self.run = run
    }
}
