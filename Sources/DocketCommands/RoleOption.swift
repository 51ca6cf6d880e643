import ArgumentParser
import GraphQLSchema
import PluginKit

/// A role as it is given on the command line.
func parseRole(_ text: String) throws -> Role {
    guard let role = Role(rawValue: text) else {
        let names = Role.allCases.map(\.rawValue)
        let hint = Suggestions.didYouMean(text.uppercased(), among: names)
        throw ValidationError(
            "There is no role \"\(text)\"; there are \(names.joined(separator: ", ")).\(hint)"
        )
    }
    return role
}
