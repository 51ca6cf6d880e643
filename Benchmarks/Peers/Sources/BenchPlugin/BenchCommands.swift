import PluginKit
import Postgres

/// What the rivals' schema can write.
struct BenchCommands: Mutations {
    func addLetterEvent(letterId: EntityID, action: String, _ context: WriteContext) async throws -> Int64? {
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO public.letter_events (letter_id, actor, action)
            VALUES (\(letterId.value), 'bench', \(action)) RETURNING id
            """
        )
        guard let row else { throw DomainError(.notFound, "不存在", field: InputPath(["letterId"])) }
        return try row.decode("id")
    }
}
