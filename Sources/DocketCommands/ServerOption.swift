import ArgumentParser

/// The server that a client command talks to.
struct ServerOption: ParsableArguments {
    @Option(help: "The server's GraphQL address (default: DOCKET_URL, else https://localhost:8443/graphql).")
    var url: String?

    @Option(help: "The access token (default: DOCKET_TOKEN).")
    var token: String?

    @Option(
        help:
            "PEM file with the authority that signed the server's certificate (default: DOCKET_CA_CERTIFICATE, else the system's)."
    )
    var caCertificate: String?

    var client: APIClient {
        get throws {
            guard let token = token ?? Environment["DOCKET_TOKEN"] else {
                throw CommandFailure("Which token? Give --token or set DOCKET_TOKEN.")
            }
            return try APIClient(
                url: url ?? Environment["DOCKET_URL"] ?? "https://localhost:8443/graphql",
                token: token,
                caCertificate: caCertificate ?? Environment["DOCKET_CA_CERTIFICATE"]
            )
        }
    }
}
