import GraphQLLanguage
import PluginTools

/// All registrations of a filter, read page by page; the client is closed at the end.
struct RegistrationPages {
    let client: APIClient
    let filter: [JSONValue.Member]
    let selection: String

    func forEach(_ body: (JSONValue) -> Void) async throws {
        do {
            var cursor: JSONValue = .null
            while true {
                let page = try await page(after: cursor)
                for node in page["nodes"]?.items ?? [] { body(node) }
                guard page["pageInfo"]?["hasNextPage"] == .boolean(true) else { break }
                cursor = page["pageInfo"]?["endCursor"] ?? .null
            }
            await client.close()
        } catch {
            await client.close()
            throw error
        }
    }

    private func page(after cursor: JSONValue) async throws -> JSONValue {
        let answer = try await client.send(
            """
            query Registrations($filter: RegistrationFilter, $after: String) {
                registrations(filter: $filter, first: 50, after: $after) {
                    nodes { \(selection) }
                    pageInfo { hasNextPage endCursor }
                }
            }
            """,
            variables: [.init("filter", .object(filter)), .init("after", cursor)]
        )
        guard answer.errors.isEmpty else { throw APIFailure(errors: answer.errors) }
        return answer.data["registrations"] ?? .null
    }
}
