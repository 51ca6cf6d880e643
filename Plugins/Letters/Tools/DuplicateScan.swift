import ArgumentParser
import GraphQLLanguage
import PluginTools

extension LettersCommand {
    struct Duplicates: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print which letters of a batch may repeat earlier ones, with reasons; nothing is decided by it."
        )

        @OptionGroup var server: ServerOption
        @OptionGroup var printed: PrintOption

        @ArgumentParser.Argument(help: "The batch's number.")
        var batchNo: String

        func run() async throws {
            let client = try server.client
            let answer = try await client.send(
                """
                query($no: String!) {
                    batchDuplicates(batchNo: $no) {
                        letter { letterNo itemNo } candidate { letterNo receivedOn state } reasons textSimilarity
                    }
                }
                """,
                variables: [.init("no", .string(batchNo))]
            )
            await client.close()
            guard answer.errors.isEmpty else { throw APIFailure(errors: answer.errors) }
            var table = PrintedTable(
                title: "查重提示（\(batchNo)）",
                columns: ["件号", "来信编号", "可能重复的来信", "收到日", "状态", "依据"]
            )
            for pair in answer.data["batchDuplicates"]?.items ?? [] { table.append(Self.row(pair)) }
            try printed.write(table)
        }

        static func row(_ pair: JSONValue) -> [String] {
            let reasons = (pair["reasons"]?.items ?? []).compactMap { reason in
                DuplicateReason(rawValue: reason.text ?? "").map(name)
            }
            return [
                pair["letter"]?["itemNo"]?.integer.map(String.init) ?? "", pair["letter"]?["letterNo"]?.text ?? "",
                pair["candidate"]?["letterNo"]?.text ?? "", pair["candidate"]?["receivedOn"]?.text ?? "",
                LetterNames.state(pair["candidate"]?["state"]?.text), reasons.joined(separator: "、"),
            ]
        }

        private static func name(_ reason: DuplicateReason) -> String {
            switch reason {
            case .sameIdNumber: "证件号码相同"
            case .sameMobile: "手机号码相同"
            case .sameCase: "案号相同"
            case .similarText: "内容相近"
            }
        }
    }
}
