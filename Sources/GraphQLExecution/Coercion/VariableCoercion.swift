package import GraphQLLanguage
package import GraphQLSchema

/// CoerceVariableValues (GraphQL §6.1.2): a request's variables as values of their declared types.
package struct VariableCoercion: Sendable {
    let schema: Schema
    let scalars: ScalarCoercions
    private let hidesValues: Bool
    private let personalVariables: Set<String>
    let hidesSuggestions: Bool

    /// With `hidesValues` no message repeats a value, else none of the `personalVariables`: they carry personal data.
    package init(
        schema: Schema,
        scalars: ScalarCoercions = ScalarCoercions(),
        hidesValues: Bool = false,
        personalVariables: Set<String> = [],
        hidesSuggestions: Bool = false
    ) {
        self.schema = schema
        self.scalars = scalars
        self.hidesValues = hidesValues
        self.personalVariables = personalVariables
        self.hidesSuggestions = hidesSuggestions
    }

    /// Whether messages do not repeat the value of this variable.
    func hidesValue(of variable: String) -> Bool { hidesValues || personalVariables.contains(variable) }

    /// How the literals of defaults are read.
    func literals(hidesValues: Bool) -> LiteralCoercion {
        LiteralCoercion(schema: schema, scalars: scalars, hidesValues: hidesValues, hidesSuggestions: hidesSuggestions)
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
