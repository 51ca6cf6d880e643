import CommandTesting
import Testing

@Suite("The settings of file and environment")
struct SettingsTests {
    /// What `docket` says of a file, given to a command that reads settings.
    private func complaint(
        _ yaml: String,
        _ command: [String] = ["serve"],
        environment: [String: String] = [:]
    ) async throws -> String {
        let folder = try TemporaryDirectory()
        let file = try folder.write(yaml, to: "docket.yaml")
        let result = try await DocketProgram.run(command + ["--config", file], environment: environment)
        #expect(result.status != 0)
        return result.complaint.replacing(file, with: "F")
    }

    @Test(
        "A key that is no setting is refused with its line and the nearest name",
        arguments: [
            ("hardend: true", "F:1: There is no setting \"hardend\". Did you mean \"hardened\"?"),
            ("port: 1\nHardened: true", "F:2: There is no setting \"Hardened\". Did you mean \"hardened\"?"),
            (
                "database:\n  ulr: x", "F:2: There is no setting \"database.ulr\". Did you mean \"database.url\"?"
            ),
            (
                "database_url: x", "F:1: There is no setting \"database_url\". Did you mean \"database.url\"?"
            ),
            ("colour: red", "F:1: There is no setting \"colour\"."),
            ("tls:\n  certificate:\n    file: x", "F:2: \"tls.certificate\" is a text that is not empty."),
        ]
    )
    func unknownKeys(yaml: String, expected: String) async throws {
        #expect(try await complaint(yaml) == expected)
    }

    @Test(
        "A value of another kind is refused, and never taken for the default",
        arguments: [
            ("hardened: ture", "F:1: \"hardened\" is true or false, not \"ture\"."),
            ("hardened: [true]", "F:1: \"hardened\" is true or false."),
            ("hardened:", "F:1: \"hardened\" has no value: it is true or false."),
            ("hardened: ~", "F:1: \"hardened\" has no value: it is true or false."),
            ("migrate: 2", "F:1: \"migrate\" is true or false, not \"2\"."),
            ("port: https", "F:1: \"port\" is a number from 0 to 65535, not \"https\"."),
            ("port: 65536", "F:1: \"port\" is a number from 0 to 65535, not \"65536\"."),
            ("port: 84.43", "F:1: \"port\" is a number from 0 to 65535, not \"84.43\"."),
            ("cost.limit: 0", "F:1: \"cost.limit\" is a number from 1 to 2147483647, not \"0\"."),
            ("cost:\n  limit: -5", "F:2: \"cost.limit\" is a number from 1 to 2147483647, not \"-5\"."),
            ("host: \"\"", "F:1: \"host\" is a text that is not empty, not empty."),
            ("without: {letters: true}", "F:1: \"without\" is a list of names."),
            ("database: postgresql://x", "F:1: \"database\" holds settings, such as `url: …`, and not a value."),
            ("true", "F:1: The file holds settings, such as `port: 8443`, and not a value."),
            ("- port: 1", "F:1: The file holds settings, such as `port: 8443`, and not a value."),
        ]
    )
    func wrongKinds(yaml: String, expected: String) async throws {
        #expect(try await complaint(yaml) == expected)
    }

    @Test(
        "A key that stands there twice is refused, in one form or in both",
        arguments: [
            ("hardened: true\nport: 1\nhardened: false", "\"hardened\" stands there more than once"),
            (
                "database.url: a\ndatabase:\n  url: b",
                "F:3: \"database.url\" stands there more than once, first in line 1."
            ),
        ]
    )
    func duplicates(yaml: String, expected: String) async throws {
        #expect(try await complaint(yaml).contains(expected))
    }

    @Test("All faults come at once, and no text that may hold a password is repeated")
    func allAtOnce() async throws {
        let yaml = "hardend: true\ndatabase:\n  url: [postgresql://docket:s3cret@db/docket]\nport: x\n"
        let text = try await complaint(yaml, environment: ["DOCKET_MIGRATE": "ja"])
        #expect(text.split(separator: "\n").count == 4)
        #expect(text.contains("The environment variable DOCKET_MIGRATE is true or false, not \"ja\""))
        #expect(!text.contains("s3cret"))
    }

    @Test("What is no YAML is refused with its place")
    func noYAML() async throws {
        #expect(try await complaint("port: [1").hasPrefix("F:2:1: no YAML: "))
        #expect(try await complaint("hardened: true\nport: 1: 2").hasPrefix("F:2:8: no YAML: "))
        #expect(try await complaint("\u{1}").hasPrefix("F:"))
        #expect(
            try await complaint("a: 1\n---\nb: 2\n")
                == "F:1: There is no setting \"a\".\nF: the file holds several documents (---); give one."
        )
        let absent = try await DocketProgram.run(["serve", "--config", "/nowhere/docket.yaml"])
        #expect(absent.complaint == "Cannot read /nowhere/docket.yaml.")
    }

    @Test(
        "A misspelt variable of the environment is refused as a misspelt key is",
        arguments: [
            ("DOCKET_HARDEND", "true", " Did you mean \"DOCKET_HARDENED\"?"),
            ("DOCKET_DATABASEURL", "x", " Did you mean \"DOCKET_DATABASE_URL\"?"),
        ]
    )
    func variables(name: String, value: String, hint: String) async throws {
        let result = try await DocketProgram.run(["serve"], environment: [name: value])
        #expect(result.complaint == "The environment variable \(name) is no setting: correct or unset it.\(hint)")
    }

    @Test("Variables of clients and tests, and those of a Kubernetes service, are none of the settings'")
    func foreignVariables() async throws {
        let result = try await DocketProgram.run(
            ["serve"],
            environment: [
                "DOCKET_TOKEN": "x", "DOCKET_URL": "https://x/graphql", "DOCKET_CA_CERTIFICATE": "x",
                "DOCKET_TEST_PORT": "1", "DOCKET_SERVICE_HOST": "10.0.0.1", "DOCKET_PORT_8443_TCP_ADDR": "10.0.0.1",
            ]
        )
        #expect(
            result.complaint
                == "Missing setting: give --keys-file, or DOCKET_KEYS_FILE in the environment, or \"keys.file\" in the file of --config."
        )
    }

    @Test(
        "Every command that takes a database reads the same file, and refuses the same",
        arguments: [
            ["migrate"], ["token", "list"], ["token", "revoke", "1"],
            ["token", "create", "--name", "x", "--role", "ADMIN"],
            ["explain", "-", "--court", "晋03", "--role", "CLERK"],
        ]
    )
    func commands(command: [String]) async throws {
        let hint = "F:1: There is no setting \"hardend\". Did you mean \"hardened\"?"
        #expect(try await complaint("hardend: true", command) == hint)
        // The file's address is used: nothing listens on port 1.
        let unreachable = try await complaint("database:\n  url: postgresql://127.0.0.1:1/docket\n", command)
        #expect(unreachable.contains("127.0.0.1"))
        #expect(unreachable.hasPrefix("The database cannot be reached: "))
        let none = try await DocketProgram.run(command, environment: ["DOCKET_WITHOUT": "letters"])
        #expect(none.complaint == "Which database? Give --database-url or --config, or set DOCKET_DATABASE_URL.")
    }

    @Test("The help of serve lists every setting with its variable; the program says its version")
    func help() async throws {
        let help = try await DocketProgram.run(["serve", "--help"]).text.replacing("\n", with: " ")
        for name in [
            "database.url (DOCKET_DATABASE_URL)", "cost.limit (DOCKET_COST_LIMIT)", "without (DOCKET_WITHOUT)",
        ] {
            #expect(help.split(separator: " ").joined(separator: " ").contains(name))
        }
        let version = try await DocketProgram.run(["--version"])
        #expect(version.status == 0)
        #expect(version.text.hasPrefix("docket 0."))
    }
}
