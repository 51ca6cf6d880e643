import GraphQLLanguage

extension FragmentWriter {
    /// The protocol with a function for each mutation, and the commands that call them.
    func mutationProtocol() throws(GenerationError) -> String {
        var functions = ""
        var commands = ""
        for mutation in fragments.mutations {
            let name = mutation.field.name.text
            let input = try inputType(of: mutation)
            let payload = try payloadType(of: mutation).name
            functions += SwiftText.documentation(mutation.field.description?.text, indent: "    ")
            functions += "    func \(SwiftText.escaped(name))(_ input: \(input), _ context: WriteContext) "
            functions += "async throws -> \(payload)\n"
            commands += """
                            Command(name: "\(name)") { input, context in
                                let decoded = try \(input)(input: .object(input.members), field: InputPath(["input"]))
                                return try await self.\(SwiftText.escaped(name))(decoded, context).payload
                            },

                """
        }
        return """
            /// The functions behind the mutations of this target's fragments.
            package protocol Mutations: Sendable {
            \(functions)}

            extension Mutations {
                /// Every mutation with its function.
                package var commands: [Command] {
                    [
            \(commands)        ]
                }
            }

            """
    }

    /// The type of a mutation's only argument, `input`.
    private func inputType(of mutation: FragmentSet.Mutation) throws(GenerationError) -> String {
        let arguments = mutation.field.arguments
        guard arguments.count == 1, arguments[0].name.text == "input",
            case .nonNull(.named(let name)) = arguments[0].type,
            case .input = fragments[name.text]?.definition.body
        else {
            throw FragmentSet.error(
                "Mutation \"\(mutation.field.name.text)\" must take one argument, \"input\", whose type is a non-null "
                    + "input object of this target.",
                at: mutation.field.name,
                in: mutation.file
            )
        }
        return name.text
    }
}
