import GraphQLLanguage
import GraphQLSchema

/// CoerceArgumentValues (GraphQL §6.4.1) as far as it can be done when planning.
struct ArgumentCoercion {
    let literals: LiteralCoercion

    init(schema: Schema, scalars: ScalarCoercions, variables: VariableScope, source: Source) {
        literals = LiteralCoercion(schema: schema, scalars: scalars, variables: variables, source: source)
    }

    /// Coerces a field's or directive's arguments, in order of their definitions.
    func coerce(
        _ given: [Argument],
        by definitions: [SchemaInputValue],
        at offset: Int
    ) throws(GraphQLError) -> [CollectedArgument] {
        var arguments: [CollectedArgument] = []
        for definition in definitions {
            let argument = given.first { $0.name.text == definition.name }
            if let argument, let value = try expression(argument.value, for: definition) {
                arguments.append(CollectedArgument(name: definition.name, value: value))
            } else if let literal = definition.defaultValue {
                let value = try literals.constant(literal, as: definition.type)
                arguments.append(CollectedArgument(name: definition.name, value: .constant(value)))
            } else if definition.type.isNonNull {
                throw missing(definition, argument, at: offset)
            }
        }
        return arguments
    }

    private func expression(
        _ literal: Value,
        for definition: SchemaInputValue
    ) throws(GraphQLError) -> ArgumentExpression? {
        if definition.type.isNonNull, isNull(literal) {
            throw literals.error(
                "Argument \"\(definition.name)\" of non-null type \"\(definition.type)\" must not be null.",
                at: literal
            )
        }
        return try literals.expression(literal, as: definition.type)
    }

    private func isNull(_ literal: Value) -> Bool {
        switch literal.kind {
        case .null: true
        case .variable(let name):
            literals.variables.position(of: name).map { literals.variables.state(at: $0) == .null } ?? false
        default: false
        }
    }

    private func missing(_ definition: SchemaInputValue, _ argument: Argument?, at offset: Int) -> GraphQLError {
        if let argument, case .variable(let name) = argument.value.kind {
            return literals.error(
                "Argument \"\(definition.name)\" of required type \"\(definition.type)\" was provided the variable "
                    + "\"$\(name)\" which was not provided a runtime value.",
                at: argument.value
            )
        }
        return GraphQLError(
            "Argument \"\(definition.name)\" of required type \"\(definition.type)\" was not provided.",
            locations: literals.source.map { [$0.location(at: offset)] } ?? [],
            code: "BAD_USER_INPUT"
        )
    }
}
