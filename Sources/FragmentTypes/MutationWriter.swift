import GraphQLLanguage

extension FragmentWriter {
    /// The protocol with a function for each mutation, and the commands that call them; those of a workflow are its own.
    func mutationProtocol() throws(GenerationError) -> String {
        var functions = ""
        var commands = ""
        for mutation in fragments.mutations where !fragments.isOfWorkflow(mutation) {
            if let each = mutation.repeated {
                commands += "            Command(name: \"\(mutation.field.name.text)\", each: \"\(each)\"),\n"
                continue
            }
            let name = SwiftText.escaped(mutation.field.name.text)
            let parameters = try parameters(of: mutation)
            let result = try result(of: mutation)
            let declared = parameters.map { "\($0.declaration), " }.joined()
            let passed = parameters.map { "\($0.argument), " }.joined()
            functions += SwiftText.documentation(mutation.field.description?.text, indent: "    ")
            functions += "    func \(name)(\(declared)_ context: WriteContext) "
            functions += "async throws -> \(result.swiftType)\n"
            commands += """
                            Command(name: "\(mutation.field.name.text)") { input, context in

                """
            for parameter in parameters { commands += "                \(parameter.decoding)\n" }
            commands += """
                                return \(result.payload("self.\(name)(\(passed)context)"))
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

    /// What a mutation's function takes: the one argument `input`, or each argument under its name.
    private func parameters(of mutation: FragmentSet.Mutation) throws(GenerationError) -> [MutationParameter] {
        let arguments = mutation.field.arguments
        if arguments.count == 1, arguments[0].name.text == "input" {
            let type = try inputType(of: mutation)
            return [
                MutationParameter(
                    declaration: "_ input: \(type)",
                    argument: "decoded",
                    decoding: "let decoded = try \(type)(input: .object(input.members), field: InputPath([\"input\"]))"
                )
            ]
        }
        return try arguments.enumerated().map { position, argument throws(GenerationError) in
            let name = argument.name.text
            let wrapped = try inputSwiftType(argument, in: mutation.file)
            let isNonNull = argument.type.isNonNull
            let swiftType = isNonNull ? wrapped : "InputField<\(wrapped)>"
            // Numbered, so that no argument's name hides another name of the closure.
            let local = "argument\(position + 1)"
            return MutationParameter(
                declaration: "\(SwiftText.escaped(name)): \(swiftType)",
                argument: "\(SwiftText.escaped(name)): \(local)",
                decoding: "let \(local): \(swiftType) = "
                    + "try input.\(isNonNull ? "decode" : "decodeField")(\"\(name)\", at: InputPath([]))"
            )
        }
    }

    /// The type of a mutation's only argument, `input`.
    private func inputType(of mutation: FragmentSet.Mutation) throws(GenerationError) -> String {
        let argument = mutation.field.arguments[0]
        guard case .nonNull(.named(let name)) = argument.type, case .input = fragments[name.text]?.definition.body
        else {
            throw FragmentSet.error(
                "Mutation \"\(mutation.field.name.text)\": its one argument \"input\" must be of a non-null input object "
                    + "type of this target, found \"\(argument.type)\".",
                at: mutation.field.name,
                in: mutation.file
            )
        }
        return name.text
    }
}

/// A parameter of a mutation's function.
private struct MutationParameter {
    /// As the protocol declares it.
    let declaration: String
    /// As the command passes it.
    let argument: String
    /// The statement that reads it from the arguments.
    let decoding: String
}
