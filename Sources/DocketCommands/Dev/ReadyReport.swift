import GraphQLExecution
import GraphQLLanguage

/// What a program or a person needs to use a development server.
struct ReadyReport {
    let url: String
    /// By role.
    let tokens: [(role: String, token: String)]
    let caCertificate: String
    let databaseURL: String
    /// The file with the tokens of all roles, by role.
    let tokensFile: String
    /// A query that these plugins answer and the clerk may ask.
    let example: String

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

    /// The request of the example, with nothing that a shell would read within single quotes.
    private var body: String {
        var json = JSONWriter()
        json.append(JSONValue.object([.init("query", .string(example))]))
        return String(decoding: json.bytes, as: UTF8.self).replacing("'", with: "\\u0027")
    }

    var greeting: String {
        """
        Docket serves \(url)
        token (CLERK, 晋03): \(token)
        the other roles':    \(tokensFile)
                             (\(otherRoles))
        CA certificate:      \(caCertificate)

        Try it:
        curl --cacert \(caCertificate) \(url) -H 'Content-Type: application/json' -H 'Authorization: Bearer \(token)' \
        -d '\(body)'

        Next, in another terminal, with this program as the client; \(schemaURL) is what can be asked:
        export DOCKET_URL=\(url) DOCKET_CA_CERTIFICATE=\(caCertificate) DOCKET_TOKEN=\(token)
        echo '{ viewer { today } }' | \(CommandLine.arguments[0]) query -

        Ctrl-C stops it; the data stays.
        """
    }

    private var schemaURL: String { url.replacing("/graphql", with: "/schema.graphql") }

    private var otherRoles: String { tokens.map(\.role).filter { $0 != "CLERK" }.joined(separator: ", ") }
}
