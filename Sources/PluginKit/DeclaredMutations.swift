/// The mutations of all plugins, for a command that does many times what one of them does once; the host makes it.
public struct DeclaredMutations: PluginService {
    /// Runs one as whoever asks, in the command's transaction.
    public typealias Run =
        @Sendable (_ mutation: String, _ input: InputObject, _ context: WriteContext) async throws -> Void

    private let run: Run

    /// Creates the mutations of a composition.
    public init(_ run: @escaping Run) { self.run = run }

    /// Permission, rules of the input, rows that it names, the command itself; its payload is not read.
    func callAsFunction(_ mutation: String, _ input: InputObject, _ context: WriteContext) async throws {
        try await run(mutation, input, context)
    }
}

extension WriteContext {
    /// Does what a mutation does, with every check of it, as a part of this command.
    ///
    /// What is refused is undone, its records as well, and the refusal is answered; everything else goes on. Any other
    /// failure is the whole command's.
    public func attempt(_ mutation: String, _ input: InputObject) async throws -> DomainErrors? {
        guard let mutations = service(DeclaredMutations.self) else {
            preconditionFailure("the host offers DeclaredMutations to every command")
        }
        let mark = records.mark
        do {
            try await transaction.withSavepoint { try await mutations(mutation, input, self) }
            return nil
        } catch let refusal as DomainError {
            records.restore(mark)
            return DomainErrors([refusal])
        } catch let refusals as DomainErrors {
            records.restore(mark)
            return refusals
        }
    }
}
