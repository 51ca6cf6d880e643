import ArgumentParser
import DocketServer
import PluginHost
import PluginKit
import PluginTools

/// `docket token`: access tokens, on the database directly.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make, list and revoke access tokens.",
        subcommands: [Create.self, List.self, Revoke.self]
    )

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a token and print its secret, once.")

        @OptionGroup var database: DatabaseOption

        @Option(help: "What it is for: the name of a person or system.")
        var name: String

        @Option(help: "The member of staff (工号) it acts for; it carries their court and roles.")
        var staff: String?

        @Option(help: "The court (法院代字), for a token without a member of staff.")
        var court: String?

        @Option(
            help: "A role, CLERK … ADMIN (may be given several times; default: those of the member of staff).",
            transform: parseRole
        )
        var role: [Role] = []

        @Option(help: "Days until it expires.")
        var days = 90

        func validate() throws {
            guard staff != nil || !role.isEmpty else {
                throw ValidationError("Give --staff, or --role for a token without one.")
            }
            guard (1...3650).contains(days) else {
                throw ValidationError("--days is a number from 1 to 3650, not \(days).")
            }
        }

        func run() async throws {
            let secret = try await database.withPool { pool in
                let holder = try await TokenHolder(pool).checked(name: name, staffNo: staff, courtCode: court)
                return try await TokenStore(pool).create(
                    name: holder.name,
                    staffNo: holder.staffNo,
                    courtCode: holder.courtCode,
                    roles: role.isEmpty ? nil : Set(role),
                    validFor: .seconds(days * 86_400)
                )
            }
            print(secret)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List tokens; secrets are not kept.")

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let tokens = try await database.withPool { try await TokenStore($0).list() }
            for token in tokens {
                let state = token.isRevoked ? "revoked" : "until \(token.expiresAt)"
                let holder = token.staffNo ?? token.courtCode ?? "-"
                print("\(token.id)\t\(token.name)\t\(holder)\t\(token.roles.joined(separator: "|"))\t\(state)")
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Revoke a token; servers notice within seconds.")

        @OptionGroup var database: DatabaseOption

        @Argument(help: "The token's number in `\(Program.name) token list`.")
        var id: Int64

        func run() async throws {
            let revoked = try await database.withPool { try await TokenStore($0).revoke(id) }
            guard revoked else { throw CommandFailure("There is no token \(id), or it was revoked before.") }
            print("Token \(id) is revoked.")
        }
    }
}
