import ArgumentParser
import FieldEncryption
import GraphQLSchema
import PluginHost

/// `docket schema`: the composed schema, without a database.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "The published schema.",
        subcommands: [Print.self, Check.self, Diff.self]
    )

    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the composed schema as SDL.")

        @Option(help: "Switch a plugin off (may be given several times).")
        var without: [String] = []

        func run() async throws {
            print(try PublishedSchema.composed(without: without).printed)
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare the composed schema with the published one; fail on a breaking change.",
            discussion: "A breaking change passes when --allow names it, as the report prints it."
        )

        @ArgumentParser.Argument(help: "The published schema.")
        var published = "schema/docket.graphql"

        @Option(help: "Allow a breaking change by coordinate or name, Type.oldField (may be given several times).")
        var allow: [String] = []

        @Option(help: "Switch a plugin off (may be given several times).")
        var without: [String] = []

        func run() async throws {
            let check = SchemaCheck(
                published: try PublishedSchema.read(published),
                composed: try PublishedSchema.composed(without: without),
                allowed: allow
            )
            print(check.report)
            guard check.passes else { throw ExitCode.failure }
        }
    }

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what changes from one schema to another: breaking, dangerous, safe."
        )

        @ArgumentParser.Argument(help: "The older schema's SDL.")
        var old: String

        @ArgumentParser.Argument(help: "The newer schema's SDL.")
        var new: String

        func run() async throws {
            print(SchemaChanges(from: try PublishedSchema.read(old), to: try PublishedSchema.read(new)).report)
        }
    }
}
