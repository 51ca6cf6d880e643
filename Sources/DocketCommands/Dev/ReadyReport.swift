import GraphQLExecution
import GraphQLLanguage

/// What a program or a person needs to use a development server.
struct ReadyReport {
    let url: String
    /// By role.
    let tokens: [(role: String, token: String)]
    let caCertificate: String
    let databaseURL: String

    /// The clerk's.
    var token: String { tokens.first { $0.role == "CLERK" }?.token ?? "" }

    /// Writes the JSON file, whole or not at all: a program that waits for it never reads half of it.
    ///
    /// It holds every token and the database's password, so only its owner reads it.
    func write(to path: String) throws {
        var json = JSONWriter()
        json.append(
            JSONValue.object([
                .init("url", .string(url)),
                .init("token", .string(token)),
                .init("tokens", .object(tokens.map { .init($0.role, .string($0.token)) })),
                .init("caCertificate", .string(caCertificate)),
                .init("databaseURL", .string(databaseURL)),
            ])
        )
        try SecretOutput.write(json.bytes, to: path)
    }

    var greeting: String {
        """
        Docket serves \(url)
        token (CLERK, 晋03): \(token)
        CA certificate:     \(caCertificate)

        Try it:
        curl --cacert \(caCertificate) \(url) -H 'Content-Type: application/json' -H 'Authorization: Bearer \(token)' \
        -d '{"query":"{ batchReconciliation(batchNo: \\"晋高法信转〔2018〕3号\\") { declared items cases duplicates missing } }"}'

        Ctrl-C stops it; the data stays.
        """
    }
}
