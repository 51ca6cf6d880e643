import GraphQLLanguage
import PluginTools

/// The rows of an export, the header first.
struct PetitionersExport {
    let client: APIClient

    /// Page by page, what the token may see.
    func masked() async throws -> [[String]] {
        let columns = ["nameMasked", "idDocType", "idNumberMasked", "residenceRegion", "residenceAddressMasked"]
        var rows = [["dossierNo", "petitionerId"] + columns]
        var cursor: JSONValue = .null
        while true {
            let answer = try await send(
                """
                query Masked($after: String) {
                    dossiers(first: 50, after: $after) {
                        nodes { dossierNo petitioners { petitioner { id \(columns.joined(separator: " ")) } } }
                        pageInfo { hasNextPage endCursor }
                    }
                }
                """,
                [.init("after", cursor)]
            )
            for dossier in answer["dossiers"]?["nodes"]?.items ?? [] {
                let number = dossier["dossierNo"]?.text ?? ""
                for entry in dossier["petitioners"]?.items ?? [] {
                    let petitioner = entry["petitioner"] ?? .null
                    let values = columns.map { petitioner[$0]?.text ?? "" }
                    rows.append([number, petitioner["id"]?.text ?? ""] + values)
                }
            }
            let page = answer["dossiers"]?["pageInfo"] ?? .null
            guard page["hasNextPage"] == .boolean(true), let next = page["endCursor"] else { return rows }
            cursor = next
        }
    }

    /// The clear values of an approved request, each row with the watermark.
    func download(_ request: String) async throws -> [[String]] {
        let read = try await send(
            "query Request($id: ID!) { exportRequest(id: $id) { version } }",
            [.init("id", .string(request))]
        )
        guard let version = read["exportRequest"]?["version"] else {
            throw CommandFailure("There is no export request \(request) that this token may see.")
        }
        let columns = ["name", "idNumber", "mobile", "residenceAddress"]
        let answer = try await send(
            """
            mutation Download($input: DownloadExportInput!) {
                downloadExport(input: $input) { watermark rows { dossierNo petitionerId \(columns.joined(separator: " ")) } }
            }
            """,
            [.init("input", .object([.init("exportRequestId", .string(request)), .init("version", version)]))]
        )
        let export = answer["downloadExport"] ?? .null
        let watermark = export["watermark"]?.text ?? ""
        let named = ["dossierNo", "petitionerId"] + columns
        return [named + ["watermark"]]
            + (export["rows"]?.items ?? []).map { row in named.map { row[$0]?.text ?? "" } + [watermark] }
    }

    private func send(_ document: String, _ variables: [JSONValue.Member]) async throws -> JSONValue {
        let answer = try await client.send(document, variables: variables)
        guard answer.errors.isEmpty else { throw APIFailure(errors: answer.errors) }
        return answer.data
    }
}
