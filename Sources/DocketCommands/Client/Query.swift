import ArgumentParser
import Foundation
import GraphQLExecution
import GraphQLLanguage
import PluginTools

/// `docket query`: an operation from a file or standard input.
struct Query: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Send an operation and print the response.")

    @OptionGroup var server: ServerOption

    @ArgumentParser.Argument(help: "A file with the operation, or - for standard input.")
    var file = "-"

    @Option(help: "The operation's name, where the file has several.")
    var operation: String?

    @OptionGroup var given: VariablesOption

    func run() async throws {
        let document = try TextFile.read(file)
        let variables = try given.object(besides: file) ?? []
        let client = try server.client
        let response: APIClient.Response
        do {
            response = try await client.send(document, variables: variables, operationName: operation)
        } catch {
            await client.close()
            throw error
        }
        await client.close()
        var json = JSONWriter()
        var answer: [JSONValue.Member] = []
        if !response.errors.isEmpty { answer.append(.init("errors", .array(response.errors))) }
        answer.append(.init("data", response.data))
        json.append(.object(answer))
        print(String(decoding: json.bytes, as: UTF8.self))
        if !response.errors.isEmpty { throw ExitCode.failure }
    }
}
