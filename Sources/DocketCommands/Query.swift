import ArgumentParser
import Foundation
import GraphQLExecution
import GraphQLLanguage

/// `docket query`: an operation from a file or standard input.
struct Query: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Send an operation and print the response.")

    @OptionGroup var server: ServerOption

    @ArgumentParser.Argument(help: "A file with the operation, or - for standard input.")
    var file = "-"

    @Option(help: "Variables as a JSON object.")
    var variables: String?

    func run() async throws {
        let document = try TextFile.read(file)
        var members: [JSONValue.Member] = []
        if let variables {
            guard case .object(let given) = try? JSONReader.read(Array(variables.utf8)) else {
                throw CommandFailure("--variables is no JSON object.")
            }
            members = given
        }
        let client = try server.client
        let response: APIClient.Response
        do { response = try await client.send(document, variables: members) } catch {
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
