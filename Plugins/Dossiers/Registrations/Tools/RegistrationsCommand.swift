import ArgumentParser
import CourtFormats
import Foundation
import GraphQLLanguage
import PluginKit
import PluginTools

/// `docket registrations`: ledgers of contacts, and what their entry lacks.
struct RegistrationsCommand: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "registrations",
        abstract: "Registrations of contacts (信访登记).",
        subcommands: [Ledger.self, Quality.self]
    )

    /// The days that a command is about.
    struct Period: ParsableArguments {
        @Option(help: "The first day, YYYY-MM-DD.")
        var from: String

        @Option(help: "The last day, YYYY-MM-DD.")
        var to: String

        func validate() throws {
            guard let first = CalendarDate(iso: from), let last = CalendarDate(iso: to), first <= last else {
                throw ValidationError("--from and --to are days, YYYY-MM-DD, in this order.")
            }
        }

        /// As a filter of registrations has them.
        var filter: [JSONValue.Member] { [.init("receivedFrom", .string(from)), .init("receivedTo", .string(to))] }
    }

    struct Ledger: AsyncParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable { case csv, html }

        static let configuration = CommandConfiguration(
            abstract: "Print the ledger of visits (来访登记簿), names masked.",
            discussion: "Of the days given, what the token may see: visits, receptions by leaders and by video."
        )

        @OptionGroup var server: ServerOption
        @OptionGroup var period: Period

        @Option(help: "csv, or html to print.")
        var format: Format = .csv

        @Flag(help: "Every channel, not visits only.")
        var allChannels = false

        func run() async throws {
            var filter = period.filter
            if !allChannels { filter.append(.init("channel", ["VISIT", "LEADER_RECEPTION", "VIDEO"])) }
            var ledger = VisitLedger()
            try await RegistrationPages(client: try server.client, filter: filter, selection: VisitLedger.selection)
                .forEach { ledger.add($0) }
            let name = allChannels ? "信访登记簿" : "来访登记簿"
            let text = format == .csv ? ledger.csv : ledger.html(title: "\(name)（\(period.from)至\(period.to)）")
            FileHandle.standardOutput.write(Data(text.utf8))
        }
    }

    struct Quality: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Scan the entries of a period (录入质量): rates, and each registration that lacks something.",
            discussion: "Ends with status 1 where an entry lacks something. Numbers and names of fields only."
        )

        @OptionGroup var server: ServerOption
        @OptionGroup var period: Period

        func run() async throws {
            let client = try server.client
            let answer = try await client.send(
                """
                query Quality($from: Date!, $to: Date!) {
                    entryQuality(from: $from, to: $to) { courtCode entries personEntries timeliness completeness incomplete }
                }
                """,
                variables: [.init("from", .string(period.from)), .init("to", .string(period.to))]
            )
            guard answer.errors.isEmpty else {
                await client.close()
                throw APIFailure(errors: answer.errors)
            }
            for row in answer.data["entryQuality"]?.items ?? [] { print(QualityLine.text(row)) }
            var count = 0
            let filter = period.filter + [.init("incomplete", .boolean(true))]
            try await RegistrationPages(client: client, filter: filter, selection: "regNo missingFields").forEach {
                node in
                count += 1
                let fields = (node["missingFields"]?.items ?? []).compactMap(\.text).joined(separator: ", ")
                print("\(node["regNo"]?.text ?? ""): \(fields)")
            }
            if count > 0 { throw ExitCode(1) }
        }
    }
}

/// A court's line of the scan.
enum QualityLine {
    static func text(_ row: JSONValue) -> String {
        let court = row["courtCode"]?.text ?? ""
        let entries = row["entries"]?.integer ?? 0
        let people = row["personEntries"]?.integer ?? 0
        let timeliness = percent(row["timeliness"])
        let completeness = percent(row["completeness"])
        let incomplete = row["incomplete"]?.integer ?? 0
        return
            "\(court): \(entries) entries of \(people) people, on time \(timeliness), complete \(completeness), \(incomplete) lack something"
    }

    private static func percent(_ value: JSONValue?) -> String {
        switch value {
        case .double(let share): "\((share * 1_000).rounded() / 10)%"
        case .integer(let share): "\(share * 100)%"
        default: "–"
        }
    }
}
