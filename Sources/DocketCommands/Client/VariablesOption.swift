import ArgumentParser
import GraphQLExecution
import GraphQLLanguage
import PluginTools

/// The variables of an operation, for every command that takes one.
struct VariablesOption: ParsableArguments {
    @Option(help: "Variables as a JSON object, or @FILE with one (@- for standard input).")
    var variables: String?

    /// The object, nil where none is given; `document` is where the operation comes from, since standard input can be read
    /// once only.
    func object(besides document: String) throws -> [JSONValue.Member]? {
        guard let variables else { return nil }
        if document == "-", variables == "@-" {
            throw CommandFailure("Standard input holds the operation or the variables, not both: give one as a file.")
        }
        let bytes = variables.hasPrefix("@") ? try TextFile.bytes(String(variables.dropFirst())) : Array(variables.utf8)
        guard case .object(let members) = try? JSONReader.read(bytes) else {
            let hint = variables.hasPrefix("@") ? "" : " For a file write --variables @FILE."
            throw CommandFailure("--variables is no JSON object.\(hint)")
        }
        return members
    }
}
