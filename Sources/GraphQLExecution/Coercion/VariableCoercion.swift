package import GraphQLLanguage
package import GraphQLSchema

/// CoerceVariableValues (GraphQL §6.1.2): a request's variables as values of their declared types.
package struct VariableCoercion: Sendable {
    let schema: Schema
    let scalars: ScalarCoercions
    let hidesValues: Bool
    let hidesSuggestions: Bool
    let literals: LiteralCoercion

    /// With `hidesValues` no message repeats a value: for variables that carry personal data.
    package init(
        schema: Schema,
        scalars: ScalarCoercions = ScalarCoercions(),
        hidesValues: Bool = false,
        hidesSuggestions: Bool = false
    ) {
        self.schema = schema
        self.scalars = scalars
        self.hidesValues = hidesValues
        self.hidesSuggestions = hidesSuggestions
        literals = LiteralCoercion(schema: schema, scalars: scalars, hidesSuggestions: hidesSuggestions)
    }

    /// Coerces all variables and reports all faults together.
    ///
    /// Variables that the operation does not define are ignored.
    package func coerce(
        _ variables: JSONValue?,
        for definitions: [VariableDefinition],
        in source: Source
    ) throws(RequestFailure) -> CoercedVariables {
        guard !definitions.isEmpty else { return .none }
        var values: [JSONValue?] = []
        values.reserveCapacity(definitions.count)
        var reading = VariableReading(by: self, in: source)
        for definition in definitions {
            values.append(reading.variable(definition, given: variables?[definition.name.text]))
        }
        guard reading.errors.isEmpty else { throw RequestFailure(errors: reading.errors) }
        return CoercedVariables(values: values)
    }
}
