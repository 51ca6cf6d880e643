import CommandTesting
import DocketTesting
import Foundation
import PluginKit
import Postgres
import Testing

@Suite("The commands on a database: migrate, token, serve")
struct DatabaseCommandTests {
    /// Runs a test with a new, empty database, which must go without force afterwards.
    private func withDatabase(_ body: (_ url: String) async throws -> Void) async throws {
        let postgres = try TestPostgres.shared.get()
        let name = try await postgres.createDatabase()
        do { try await body(postgres.url(database: name)) } catch {
            try? await postgres.dropDatabase(name)
            throw error
        }
        try await postgres.dropDatabase(name)
    }

    @Test("migrate applies everything once, several at once are safe, and a changed migration is refused")
    func migrate() async throws {
        try await withDatabase { url in
            let early = try await DocketProgram.run(["token", "list", "--database-url", url])
            #expect(early.status == 1)
            #expect(
                early.complaint
                    == "The database does not have Docket's tables, or older ones: run `docket migrate` first."
            )
            let both = try await withThrowingTaskGroup(of: DocketProgram.Result.self) { group in
                for _ in 0..<2 { group.addTask { try await DocketProgram.run(["migrate", "--database-url", url]) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(both.map(\.status) == [0, 0], "\(both.map(\.errors))")
            let lines = both.flatMap { $0.text.split(separator: "\n") }.filter { $0.hasPrefix("applied ") }
            #expect(Set(lines).count == lines.count)
            #expect(lines.contains { $0.contains("core") } && lines.contains { $0.contains("letters") })
            let again = try await DocketProgram.run(["migrate"], environment: ["DOCKET_DATABASE_URL": url])
            #expect(again.text == "Nothing to do: the database is up to date.\n")

            let pool = PostgresPool(configuration: PostgresConfiguration(url: url))
            try await pool.execute("UPDATE public.docket_migration SET checksum = 'x'")
            await pool.close()
            let changed = try await DocketProgram.run(["migrate", "--database-url", url])
            #expect(changed.status == 1)
            #expect(changed.errors.contains("migrationChanged"))
        }
    }

    @Test("A token works until it is revoked, and is listed without its secret")
    func token() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let database = ["--database-url", court.databaseURL]
            let made = try await DocketProgram.run(
                ["token", "create", "--name", "desk 3", "--staff", "晋03-04", "--days", "1"] + database
            )
            #expect(made.status == 0, "\(made.errors)")
            let secret = made.text.trimmingCharacters(in: .newlines)
            let viewer = "{ viewer { today } }"
            #expect(await court.send(viewer, bearing: secret).codes.isEmpty)
            let list = try await DocketProgram.run(["token", "list"] + database).text
            #expect(!list.contains(secret))
            let line = try #require(list.split(separator: "\n").first { $0.contains("desk 3") })
            let fields = line.split(separator: "\t")
            #expect(fields[2] == "晋03-04")
            #expect(fields[4].hasPrefix("until 20"))

            let id = String(fields[0])
            #expect(
                try await DocketProgram.run(["token", "revoke", id] + database).text == "Token \(id) is revoked.\n"
            )
            let twice = try await DocketProgram.run(["token", "revoke", id] + database)
            #expect(twice.complaint == "There is no token \(id), or it was revoked before.")
            let revoked = try await DocketProgram.run(["token", "list"] + database).text
            #expect(revoked.split(separator: "\n").first { $0.contains("desk 3") }?.hasSuffix("revoked") == true)
        }
    }

    @Test("A wrong option of token create is a sentence, and makes no token")
    func wrongOptions() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let faults: [([String], String)] = [
                (["--court", "晋99", "--role", "CLERK"], "There is no court \"晋99\" (法院代字) in this database."),
                (["--court", "", "--role", "CLERK"], "There is no court \"\" (法院代字) in this database."),
                (["--staff", "晋03-99"], "There is no member of staff \"晋03-99\" (工号) in this database."),
                (["--staff", "晋03-04", "--court", "晋01"], "晋03-04 belongs to the court 晋03, not to 晋01"),
                (["--role", "CLERC", "--court", "晋03"], "Did you mean \"CLERK\"?"),
                (["--role", "clerk", "--court", "晋03"], "Did you mean \"CLERK\"?"),
                (["--court", "晋03"], "Give --staff, or --role for a token without one."),
                (["--staff", "晋03-04", "--days", "0"], "--days is a number from 1 to 3650, not 0."),
                (["--staff", "晋03-04", "--days", "-1"], "days"),
                (["--staff", "晋03-04", "--days", "90d"], "'90d' is invalid for '--days <days>'"),
                (["--staff", "晋03-04", "--name", " "], "--name is a text in one line of 1 to 100 characters"),
                (["--staff", "晋03-04", "--name", "a\tb"], "--name is a text in one line of 1 to 100 characters"),
            ]
            let before = try await tokenCount(court)
            for (arguments, expected) in faults {
                let name = arguments.contains("--name") ? [] : ["--name", "wrong"]
                let result = try await DocketProgram.run(
                    ["token", "create", "--database-url", court.databaseURL] + name + arguments
                )
                #expect(result.status != 0, "\(arguments)")
                #expect(result.complaint.contains(expected), "\(arguments): \(result.errors)")
                #expect(!result.errors.contains("serverError"), "\(arguments)")
            }
            // Who is taken to ask is checked in the same way.
            for (arguments, expected) in faults.prefix(4) {
                let roles = arguments.contains("--role") ? [] : ["--role", "CLERK"]
                let result = try await DocketProgram.run(
                    ["explain", "-", "--database-url", court.databaseURL] + roles + arguments,
                    input: "{ __typename }"
                )
                #expect(result.status == 1, "\(arguments)")
                #expect(result.complaint.contains(expected), "\(arguments): \(result.errors)")
            }
            try await court.database.execute("UPDATE core.staff SET active = false WHERE no = '晋03-04'")
            let left = try await DocketProgram.run(
                ["token", "create", "--database-url", court.databaseURL, "--name", "x", "--staff", "晋03-04"]
            )
            #expect(left.complaint == "晋03-04 is no longer in post.")
            #expect(try await tokenCount(court) == before)
        }
        try await withDatabase { url in
            _ = try await DocketProgram.run(["migrate", "--database-url", url])
            let empty = try await DocketProgram.run(
                ["token", "create", "--database-url", url, "--name", "x", "--role", "CLERK", "--court", "晋03"]
            )
            #expect(empty.complaint.contains("`docket import courts` brings them"))
            let admin = try await DocketProgram.run(
                ["token", "create", "--database-url", url, "--name", "x", "--role", "ADMIN"]
            )
            #expect(admin.status == 0)
        }
    }

    private func tokenCount(_ court: TestCourt) async throws -> Int {
        let rows = try await court.database.query("SELECT count(*) AS n FROM core.token")
        return Int(try #require(rows.first).decode("n", as: Int64.self))
    }

    @Test("serve reads flags, environment and file in this order, answers over HTTPS, and ends when it is asked to")
    func serve() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            try await withDatabase { url in
                let folder = try TemporaryDirectory()
                let keys = folder.file("keys")
                let made = try await DocketProgram.run(["serve", "--new-keys-file", keys])
                #expect(made.status == 0)
                #expect(try FileManager.default.attributesOfItem(atPath: keys)[.posixPermissions] as? Int == 0o600)
                // The certificate that the test's court shows is good for this server, too.
                let certificates = URL(fileURLWithPath: court.caCertificate).deletingLastPathComponent().path
                let config = try folder.write(
                    """
                    database:
                      url: \(url)
                    tls:
                      certificate: \(certificates)/server.pem
                      key: \(certificates)/server-key.pem
                    keys.file: \(keys)
                    hardened: true
                    port: 1
                    host: 127.0.0.2
                    """,
                    to: "docket.yaml"
                )
                let start = ["serve", "--config", config, "--port", "0"]
                let environment = ["DOCKET_HOST": "127.0.0.1"]
                let early = try await DocketProgram.run(start, environment: environment)
                #expect(early.status != 0)
                #expect(early.errors.contains("migrat"))
                let login = "docket_serve_\(Int.random(in: 0..<1_000_000))"
                let migrated = try await DocketProgram.run(
                    ["migrate", "--config", config, "--server-login", login],
                    environment: ["DOCKET_SERVER_PASSWORD": "serve"]
                )
                #expect(migrated.status == 0, "\(migrated.errors)")
                var own = try #require(URLComponents(string: url))
                (own.user, own.password) = (login, "serve")
                let secret = try await DocketProgram.run(
                    ["token", "create", "--config", config, "--name", "first", "--role", "ADMIN"]
                ).text.trimmingCharacters(in: .newlines)

                // A hardened server does not work as the owner, whom the file names for the other commands.
                let refused = try await DocketProgram.run(start, environment: environment)
                #expect(refused.status != 0)
                #expect(refused.errors.contains("--server-login"), "\(refused.errors)")
                let server = try DocketProgram.start(
                    start + ["--database-url", try #require(own.string)],
                    environment: environment
                )
                let log = try #require(await server.writes("url=", to: .errors))
                let address = try #require(log.split(separator: "url=").last?.prefix { !$0.isWhitespace })
                #expect(address.hasPrefix("https://127.0.0.1:"))
                let client = ["--url", String(address), "--ca-certificate", court.caCertificate, "--token", secret]
                let answered = try await DocketProgram.run(["query", "-"] + client, input: "{ __typename }")
                #expect(answered.text == "{\"data\":{\"__typename\":\"Query\"}}\n")
                // The file says hardened: no suggestions.
                let hardened = try await DocketProgram.run(["query", "-"] + client, input: "{ viewr { today } }")
                #expect(hardened.text.contains("Cannot query field"))
                #expect(!hardened.text.contains("Did you mean"))
                server.terminate()
                #expect(try await server.result().status == 0)
            }
        }
    }
}

@Suite("The greeting of docket dev")
struct DevGreetingTests {
    @Test("The greeting names the file with every role's token and the next step, which works as it is printed")
    func greeting() async throws {
        let folder = try TemporaryDirectory()
        // PostgreSQL runs as another user where this one is root.
        try FileManager.default.setAttributes([.posixPermissions: 0o711], ofItemAtPath: folder.path)
        let server = try DocketProgram.start(["dev", "--data", folder.file("data"), "--port", "0"])
        let greeting = try #require(await server.writes("Ctrl-C stops it", to: .output))
        let tokens = folder.file("data/tokens.json")
        #expect(greeting.contains("the other roles':    \(tokens)\n"))
        for role in ["HANDLER", "INSPECTOR", "ADMIN"] { #expect(greeting.contains(role)) }
        let kept = try String(contentsOfFile: tokens, encoding: .utf8)
        #expect(kept.contains("\"INSPECTOR\""))
        let lines = greeting.split(separator: "\n").filter { $0.hasPrefix("export ") || $0.hasPrefix("echo ") }
        #expect(lines.count == 2)
        let next = try await CommandTesting.Command.run("bash", ["-c", lines.joined(separator: "\n")])
        #expect(next.text == "{\"data\":{\"viewer\":{\"today\":\"2018-06-29\"}}}\n", "\(next.errors)")
        let request = try #require(greeting.split(separator: "\n").first { $0.hasPrefix("curl ") })
        let answered = try await CommandTesting.Command.run("bash", ["-c", String(request)])
        #expect(answered.text.hasPrefix("{\"data\":"), "\(answered.errors)")
        server.terminate()
        #expect(try await server.result().status == 0)
    }
}
