import ArgumentParser
import PluginTools
import Postgres

/// The database of commands that work on it directly.
struct DatabaseOption: ParsableArguments {
    @Option(help: "A YAML file with settings, the same that `docket serve` reads.")
    var config: String?

    @Option(help: "The database, postgresql://… (default: DOCKET_DATABASE_URL, else database.url of --config).")
    var databaseURL: String?

    var url: String {
        get throws {
            guard let url = try databaseURL ?? Settings(file: config).text(.databaseURL) else {
                throw CommandFailure(
                    "Which database? Give --database-url or --config, or set \(Setting.databaseURL.variable)."
                )
            }
            return url
        }
    }

    /// The plugins that are switched off: those of the flags, else those of the settings.
    func without(_ flags: [String]) throws -> [String] {
        try flags.isEmpty ? Settings(file: config).list(.without) ?? [] : flags
    }

    /// Runs a command's work on the database, closes it, and says in a sentence what is wrong with it.
    func withPool<R>(_ work: (PostgresPool) async throws -> R) async throws -> R {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: try url))
        do {
            let result = try await work(pool)
            await pool.close()
            return result
        } catch {
            await pool.close()
            throw Self.inSentence(error)
        }
    }

    /// What an operator can mend in words of theirs, anything else as it is.
    static func inSentence(_ error: any Error) -> any Error {
        (error as? PostgresError).flatMap(explained) ?? error
    }

    /// The sentence for what an operator can mend; nil for everything else.
    private static func explained(_ error: PostgresError) -> CommandFailure? {
        switch (error.code, error.sqlState) {
        // A migration's own words say more.
        case (.migrationFailed, _), (.migrationChanged, _): nil
        case (.connectionFailed, _):
            CommandFailure("The database cannot be reached: \(error.message)")
        // undefined_table, invalid_schema_name, undefined_column
        case (_, "42P01"), (_, "3F000"), (_, "42703"):
            CommandFailure("The database does not have Docket's tables, or older ones: run `docket migrate` first.")
        // insufficient_privilege
        case (_, "42501"):
            CommandFailure("The database's user may not do this: use the one that owns the tables.")
        default: nil
        }
    }
}
