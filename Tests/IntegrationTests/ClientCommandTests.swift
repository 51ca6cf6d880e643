import CommandTesting
import DocketServer
import DocketTesting
import PluginKit
import Testing

@Suite("docket query and its server")
struct ClientCommandTests {
    private func query(
        _ url: String,
        _ arguments: [String] = [],
        input: String = "{ __typename }",
        environment: [String: String] = [:]
    ) async throws -> DocketProgram.Result {
        try await DocketProgram.run(
            ["query", "-", "--url", url] + arguments,
            input: input,
            environment: ["DOCKET_TOKEN": "docket_x"].merging(environment) { _, given in given }
        )
    }

    @Test("A certificate that is not trusted points at --ca-certificate, in one line")
    func untrusted() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let name = "localhost:\(court.server.port)"
            let unknown = try await query(court.url)
            #expect(unknown.status == 1)
            #expect(
                unknown.complaint
                    == "The certificate of \(name) is signed by an authority that this machine does not know: give its file with --ca-certificate, or in DOCKET_CA_CERTIFICATE."
            )
            try await TLSPeer.with(name: "localhost") { peer in
                let file = court.caCertificate
                let other = try await query("https://localhost:\(peer.port)/graphql", ["--ca-certificate", file])
                #expect(
                    other.complaint
                        == "The certificate of localhost:\(peer.port) is not signed by the authority in \(file): give the file of the one that signed it with --ca-certificate."
                )
            }
            let trusted = try await query(court.url, ["--ca-certificate", court.caCertificate])
            #expect(trusted.text.contains("UNAUTHENTICATED"))
            // The line break that a token's file ends with is no part of it.
            let clerk = try #require(court.tokens[.clerk])
            let answered = try await query(
                court.url,
                environment: ["DOCKET_CA_CERTIFICATE": court.caCertificate, "DOCKET_TOKEN": "\(clerk)\n"]
            )
            #expect(answered.text == "{\"data\":{\"__typename\":\"Query\"}}\n")
        }
    }

    @Test("A certificate that has expired, or is for another name, is said to be so")
    func faultyCertificates() async throws {
        try await TLSPeer.with(name: "localhost", days: -1) { peer in
            let complaint = try await query("https://localhost:\(peer.port)/graphql").complaint
            #expect(complaint.hasPrefix("The certificate of localhost:\(peer.port) has expired on 20"))
            #expect(complaint.hasSuffix(": the server needs a new one."))
        }
        try await TLSPeer.with(name: "docket.court.example") { peer in
            let complaint = try await query("https://localhost:\(peer.port)/graphql").complaint
            #expect(
                complaint
                    == "The certificate of localhost:\(peer.port) is not for \"localhost\" but for docket.court.example: use such a name in --url."
            )
        }
    }

    @Test("A server that is not there is said so at once, with its name")
    func noServer() async throws {
        let refused = try await query("https://localhost:1/graphql")
        #expect(
            refused.complaint == "Nothing listens on localhost:1: is the server running, and is this its port?"
        )
        let unknown = try await query("https://nowhere.invalid:8443/graphql")
        #expect(unknown.complaint == "The host \"nowhere.invalid\" is not known: is it spelt right in --url?")
        let plain = try PlainPeer()
        let noTLS = try await query("https://127.0.0.1:\(plain.port)/graphql")
        #expect(noTLS.complaint == "127.0.0.1:\(plain.port) does not speak TLS: is the port right?")
    }

    @Test(
        "An address that is none, or would send the token in clear, is refused",
        arguments: [
            ("http://localhost:8443/graphql", "Docket speaks HTTPS, and a token must not travel in clear"),
            ("localhost:8443/graphql", "The server's address is such as https://localhost:8443/graphql, not"),
            ("https://", "The server's address is such as https://localhost:8443/graphql, not"),
            ("", "The server's address is such as https://localhost:8443/graphql, not"),
        ]
    )
    func addresses(url: String, expected: String) async throws {
        #expect(try await query(url).complaint.hasPrefix(expected))
    }

    @Test("A token or an authority that cannot be used is refused before anything is sent, and not repeated")
    func credentials() async throws {
        let url = "https://localhost:1/graphql"
        let blank = try await query(url, environment: ["DOCKET_TOKEN": " \n"])
        #expect(blank.complaint == "Which token? Give --token or set DOCKET_TOKEN.")
        let broken = try await query(url, environment: ["DOCKET_TOKEN": "docket_a\nb"])
        #expect(broken.complaint == "The token holds a character that no token has: copy it again.")
        let folder = try TemporaryDirectory()
        let empty = try folder.write("no certificate\n", to: "ca.pem")
        for file in [empty, folder.file("absent.pem")] {
            let complaint = try await query(url, ["--ca-certificate", file]).complaint
            #expect(complaint == "\(file) holds no certificate (PEM): give another --ca-certificate.")
        }
    }

    @Test("Variables come as JSON or from a file, one way for query and explain; --operation names one of several")
    func variables() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let folder = try TemporaryDirectory()
            let variables = try folder.write("{\"code\": \"晋03\"}\n", to: "variables.json")
            let document = """
                query Other { __typename }
                query Court($code: CourtCode!) { court(code: $code) { code } }
                """
            let client = [
                "--ca-certificate", court.caCertificate, "--token", try #require(court.tokens[.clerk]),
            ]
            let direct = ["--database-url", court.databaseURL, "--court", "晋03", "--role", "CLERK"]
            for given in ["@\(variables)", "{\"code\": \"晋03\"}"] {
                let named = ["--variables", given, "--operation", "Court"]
                let answered = try await query(court.url, client + named, input: document)
                #expect(answered.text == "{\"data\":{\"court\":{\"code\":\"晋03\"}}}\n")
                let explained = try await DocketProgram.run(["explain", "-"] + direct + named, input: document)
                #expect(explained.status == 0, "\(explained.errors)")
            }
            for command in [["query", "-", "--url", court.url] + client, ["explain", "-"] + direct] {
                for (given, expected) in [
                    ("[1]", "--variables is no JSON object. For a file write --variables @FILE."),
                    ("@/nowhere.json", "Cannot read /nowhere.json."),
                    ("@-", "Standard input holds the operation or the variables, not both: give one as a file."),
                ] {
                    let result = try await DocketProgram.run(command + ["--variables", given], input: document)
                    #expect(result.status == 1)
                    #expect(result.complaint == expected)
                }
            }
        }
    }
}
