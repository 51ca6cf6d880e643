import CommandTesting
import Foundation

/// Another TLS server than Docket's, with a certificate that a test chooses.
struct TLSPeer {
    let port: Int
    private let program: Command.Running
    private let folder: TemporaryDirectory

    /// Runs a test against a server whose self-signed certificate is for a name, until `days` from now.
    static func with(name: String, days: Int = 1, _ body: (TLSPeer) async throws -> Void) async throws {
        let peer = try await TLSPeer(name: name, days: days)
        do { try await body(peer) } catch {
            peer.program.kill()
            throw error
        }
        peer.program.kill()
    }

    private init(name: String, days: Int) async throws {
        folder = try TemporaryDirectory()
        let (key, request, certificate) = (folder.file("key"), folder.file("request"), folder.file("certificate"))
        let names = try folder.write("subjectAltName=DNS:\(name)\n", to: "names")
        try await Self.openssl([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-subj", "/CN=\(name)",
            "-keyout", key, "-out", request,
        ])
        try await Self.openssl([
            "x509", "-req", "-in", request, "-signkey", key, "-days", "\(days)", "-extfile", names, "-out", certificate,
        ])
        program = try Command.Running(
            "openssl",
            ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"]
        )
        let text = try await program.writes("ACCEPT ", to: .output) ?? ""
        guard
            let port = text.split(whereSeparator: \.isWhitespace).last.flatMap({ $0.split(separator: ":").last })
                .flatMap({ Int($0) })
        else { throw Failed(description: "openssl s_server: \(text)") }
        self.port = port
    }

    private static func openssl(_ arguments: [String]) async throws {
        let result = try await Command.run("openssl", arguments)
        guard result.status == 0 else { throw Failed(description: result.errors) }
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }
}
