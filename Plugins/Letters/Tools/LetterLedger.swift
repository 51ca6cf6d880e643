import ArgumentParser
import GraphQLLanguage
import PluginKit
import PluginTools

/// A letter's line in 来信登记簿: names masked, nothing of what was written.
enum LetterLedger {
    static let columns = [
        "来信编号", "收到日", "来信类别", "收信方式", "来信人", "联名人数", "案号", "性质", "类别", "转办批次", "件号", "承办人", "期限", "答复日",
        "办结日", "状态",
    ]

    static let fields = """
        letterNo receivedOn source receivedVia senders { nameMasked } jointCount caseLinks { caseNo } matterClass category
        transferBatch { batchNo } itemNo assignee { name } dueOn repliedOn closedOn state
        """

    static func row(_ letter: JSONValue) -> [String] {
        func text(_ name: String) -> String { letter[name]?.text ?? "" }
        func number(_ name: String) -> String { letter[name]?.integer.map(String.init) ?? "" }
        func list(_ name: String, _ field: String) -> String {
            (letter[name]?.items ?? []).compactMap { $0[field]?.text }.joined(separator: "、")
        }
        return [
            text("letterNo"), text("receivedOn"), LetterNames.source(letter["source"]?.text),
            LetterNames.channel(letter["receivedVia"]?.text), list("senders", "nameMasked"), number("jointCount"),
            list("caseLinks", "caseNo"), LetterNames.matterClass(letter["matterClass"]?.text),
            LetterNames.category(letter["category"]?.text), letter["transferBatch"]?["batchNo"]?.text ?? "",
            number("itemNo"), letter["assignee"]?["name"]?.text ?? "", text("dueOn"), text("repliedOn"),
            text("closedOn"), LetterNames.state(letter["state"]?.text),
        ]
    }
}

extension LettersCommand {
    struct Ledger: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the register of letters (来信登记簿) of a period, names masked: CSV, or HTML for paper."
        )

        @OptionGroup var server: ServerOption
        @OptionGroup var printed: PrintOption

        @Option(help: "The first day of receipt, YYYY-MM-DD.")
        var from: String

        @Option(help: "The last day of receipt, YYYY-MM-DD.")
        var to: String

        func run() async throws {
            let client = try server.client
            var table = PrintedTable(title: "来信登记簿（\(from)至\(to)）", columns: LetterLedger.columns)
            try await LetterPages(client: client, fields: LetterLedger.fields).each(
                ["receivedFrom": .string(from), "receivedTo": .string(to)]
            ) { table.append(LetterLedger.row($0)) }
            await client.close()
            try printed.write(table)
        }
    }
}
