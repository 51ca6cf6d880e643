public import ArgumentParser

/// The server that a client command talks to: `--url`, `--token`, `--ca-certificate`, or the environment's.
///
///     @OptionGroup var server: ServerOption
public struct ServerOption: ParsableArguments {
    @Option(help: "The server's GraphQL address (default: DOCKET_URL, else https://localhost:8443/graphql).")
    var url: String?

    @Option(help: "The access token (default: DOCKET_TOKEN).")
    var token: String?

    @Option(
        help:
            "PEM file with the authority that signed the server's certificate (default: DOCKET_CA_CERTIFICATE, else the system's)."
    )
    var caCertificate: String?

    /// Creates the group, for the parser.
    public init() {}

    /// A client of that server; close it when all is done.
    public var client: APIClient {
        get throws {
            try APIClient(
                address: ServerAddress(url ?? Environment["DOCKET_URL"] ?? "https://localhost:8443/graphql"),
                token: bearerToken,
                caCertificate: caCertificate ?? Environment["DOCKET_CA_CERTIFICATE"]
            )
        }
    }

    /// The token without the line break that a file's or a clipboard's end leaves on it.
    private var bearerToken: String {
        get throws {
            let given = token ?? Environment["DOCKET_TOKEN"] ?? ""
            let token = String(given.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
            guard !token.isEmpty else { throw CommandFailure("Which token? Give --token or set DOCKET_TOKEN.") }
            guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw CommandFailure("The token holds a character that no token has: copy it again.")
            }
            return token
        }
    }
}
