import ArgumentParser
import GraphQLLanguage
import PluginKit
import PluginTools

extension LettersCommand {
    struct Notice: AsyncParsableCommand {
        /// Kinds as they are written on the command line.
        enum Kind: String, ExpressibleByArgument, CaseIterable {
            case acceptance = "ACCEPTANCE_NOTICE"
            case reply = "REPLY"
            case `extension` = "EXTENSION_NOTICE"
            case transfer = "TRANSFER_NOTICE"
        }

        static let configuration = CommandConfiguration(
            abstract:
                "Make a letter's notices (告知文书), a file for each sender: PDF where a browser is at hand, else HTML.",
            discussion: """
                Names are masked unless --reason says why they are needed to notify the petitioner; that is a reveal, and logged.
                """
        )

        @OptionGroup var server: ServerOption

        @ArgumentParser.Argument(help: "The letter's number.")
        var letterNo: String

        @Option(help: "REPLY, ACCEPTANCE_NOTICE, EXTENSION_NOTICE or TRANSFER_NOTICE.")
        var kind: Kind

        @Option(help: "The file: .pdf or .html; of several senders the second has -2 before its end.")
        var out: String

        @Option(help: "Why clear names are needed (10 to 200 characters); without it they are masked.")
        var reason: String?

        func run() async throws {
            let client = try server.client
            let documents = try await documents(client)
            await client.close()
            let browser = NoticePrinter.browser()
            for (position, html) in documents.enumerated() {
                let file = Self.numbered(out, position)
                guard file.hasSuffix(".pdf") else {
                    try PrintOption.write(html, to: file)
                    print(file)
                    continue
                }
                if let browser {
                    try NoticePrinter(browser: browser).print(html, to: file)
                    print(file)
                } else {
                    let page = String(file.dropLast(4)) + ".html"
                    try PrintOption.write(html, to: page)
                    print("no chromium or chrome on PATH: wrote \(page), print it from a browser")
                }
            }
        }

        /// Names the file of a sender: `reply.pdf`, `reply-2.pdf`.
        static func numbered(_ file: String, _ position: Int) -> String {
            guard position > 0, let dot = file.lastIndex(of: ".") else { return file }
            return "\(file[..<dot])-\(position + 1)\(file[dot...])"
        }

        private func documents(_ client: APIClient) async throws -> [String] {
            let found = try await client.send(
                "query($no: String!) { letterByNo(letterNo: $no) { id } }",
                variables: [.init("no", .string(letterNo))]
            )
            guard found.errors.isEmpty else { throw APIFailure(errors: found.errors) }
            guard let id = found.data["letterByNo"]?["id"] else {
                throw CommandFailure("There is no letter \(letterNo) that this token may see.")
            }
            var input: [JSONValue.Member] = [.init("kind", .string(kind.rawValue)), .init("letterId", id)]
            if let reason { input += [.init("purpose", "NOTIFY_PETITIONER"), .init("reason", .string(reason))] }
            let made = try await client.send(
                "mutation($input: RenderNoticeInput!) { renderNotice(input: $input) { notices { html } } }",
                variables: [.init("input", .object(input))]
            )
            guard made.errors.isEmpty else { throw APIFailure(errors: made.errors) }
            return (made.data["renderNotice"]?["notices"]?.items ?? []).compactMap { $0["html"]?.text }
        }
    }
}
