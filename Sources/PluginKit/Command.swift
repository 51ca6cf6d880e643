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

/// A field that Swift provides for a whole level at once (`@resolve`).
public struct BatchResolver: Sendable {
    /// The type: `Letter`.
    public let type: String
    /// The field: `availableActions`.
    public let field: String
    /// Answers one cell for each key, in order.
    ///
    /// A key holds the cells of the columns that `@resolve(columns:)` names.
    public let resolve: @Sendable (_ keys: [[PayloadCell]], _ principal: Principal) async throws -> [PayloadCell]

    /// Creates a batch resolver.
    public init(
        type: String,
        field: String,
        resolve: @escaping @Sendable (_ keys: [[PayloadCell]], _ principal: Principal) async throws -> [PayloadCell]
    ) {
        self.type = type
        self.field = field
        self.resolve = resolve
    }
}
