import ArgumentParser
import CourtFormats
import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import GraphQLValidation
import PluginHost
import PluginKit
import PluginTools
import Postgres

/// `docket explain`: how an operation is read, on the database directly.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Print an operation's plan, its SQL, and PostgreSQL's EXPLAIN of each statement.",
        discussion: """
            The statements run for real, as the reading role and with the rights asked for, in a read-only transaction that \
            is rolled back; no row is printed. EXPLAIN shows the values they were run with: mind personal data.
            """
    )

    @OptionGroup var database: DatabaseOption

    @ArgumentParser.Argument(help: "A file with the operation, or - for standard input.")
    var file: String

    @Option(help: "The operation's name, where the file has several.")
    var operation: String?

    @OptionGroup var given: VariablesOption

    @Option(help: "The member of staff (工号) who asks, with their court and roles.")
    var staff: String?

    @Option(help: "The court (法院代字) for which is asked, without a member of staff.")
    var court: String?

    @Option(
        help: "A role, CLERK … ADMIN (may be given several times; default: those of the member of staff).",
        transform: parseRole
    )
    var role: [Role] = []

    @Option(help: "A permission instead of those of the roles (may be given several times).")
    var permission: [String] = []

    @Option(help: "The business date: a date YYYY-MM-DD, or now.")
    var today = "now"

    @Flag(help: "EXPLAIN (ANALYZE, BUFFERS): each statement runs twice.")
    var analyze = false

    @Option(help: "Switch a plugin off (may be given several times).")
    var without: [String] = []

    @Option(help: "The server's file of keys, for an operation that gives a cursor of its.")
    var keysFile: String?

    func validate() throws {
        guard staff != nil || court != nil else { throw ValidationError("Give --staff or --court: who asks?") }
        guard staff != nil || !role.isEmpty || !permission.isEmpty else {
            throw ValidationError("Give --role or --permission, or --staff for those of a member of staff.")
        }
        guard today == "now" || CalendarDate(iso: today) != nil else {
            throw ValidationError("--today is a date YYYY-MM-DD or `now`, not \"\(today)\".")
        }
    }

    func run() async throws {
        let request = GraphQLRequest(
            document: try TextFile.bytes(file),
            operationName: operation,
            variables: try given.object(besides: file).map(JSONValue.object),
            extensions: nil
        )
        let keys = try keysFile.map { try KeyRing(contentsOf: $0) } ?? KeyRing.generate()
        let composition = try Composition(
            InstalledPlugins.switchedOn(keys: keys, without: database.without(without))
        )
        let databases = Databases(url: try database.url, readers: 1, writers: 1)
        let explanation: Explanation
        do { explanation = try await explain(request, composition, databases, keys) } catch {
            await databases.close()
            throw DatabaseOption.inSentence(error)
        }
        await databases.close()
        print(explanation.text, terminator: "")
        for error in explanation.errors { print("\nerror: \(error)") }
        guard explanation.errors.isEmpty else { throw ExitCode.failure }
    }

    private func explain(
        _ request: GraphQLRequest,
        _ composition: Composition,
        _ databases: Databases,
        _ keys: KeyRing
    ) async throws -> Explanation {
        _ = try await TokenHolder(databases.writer).checked(name: "explain", staffNo: staff, courtCode: court)
        let explainer = try OperationExplainer(
            composition: composition,
            mapping: try composition.resolved(
                against: await Catalog.load(databases.writer, readingRole: SQLReader.role)
            ),
            databases: databases,
            keys: keys
        )
        do {
            return try await explainer.explanation(
                of: request,
                for: OperationExplainer.Asking(
                    staffNo: staff,
                    courtCode: court,
                    roles: role.isEmpty ? nil : Set(role),
                    permissions: permission.isEmpty ? nil : Set(permission)
                ),
                on: CalendarDate(iso: today) ?? ServerClock.system.read().today,
                depth: analyze ? .analyze : .plan
            )
        } catch let error as GraphQLError {
            throw CommandFailure(text([error]))
        } catch let failure as ValidationFailure {
            throw CommandFailure(text(failure.errors))
        } catch let failure as RequestFailure {
            throw CommandFailure(text(failure.errors))
        }
    }

    /// `file:line:column: message`, a line each.
    private func text(_ errors: [GraphQLError]) -> String {
        errors.map { error in
            let place = error.locations.first.map { ":\($0.line):\($0.column)" } ?? ""
            return "\(file)\(place): \(error.message)"
        }
        .joined(separator: "\n")
    }
}
