import GraphQLLanguage
package import GraphQLSchema
import GraphQLValidation

extension IntrospectionQuery {
    /// What a schema answers, even one that breaks the rules of the type system.
    ///
    /// Without a query root the answer is `data: null` with an error. A query that is nested deeper than the parser reads
    /// is refused.
    package func response(of schema: Schema) -> GraphQLResponse {
        let source = Source(text)
        do {
            let document = try Document(parsing: source)
            guard schema.queryTypeName != nil else {
                return .nothing([
                    GraphQLError(
                        "Schema is not configured to execute query operation.",
                        locations: document.definitions.prefix(1).map { source.location(at: $0.offset) }
                    )
                ])
            }
            // Every schema has the same introspection types, so the query is read against one that is valid.
            let plain = try Schema.build("type Query { a: Int }")
            let limits = RequestLimits(maxDepth: 10_000)
            let options = ValidationOptions(limits: limits)
            let validated = try ValidatedDocument(validating: document, against: plain, options: options)
            let selection = try OperationSelection(validated, operationName: nil)
            return GraphQLResponse(body: try selection.introspection(of: schema), outcome: .executed)
        } catch let error as SyntaxError {
            return .refusal([error.graphQLError(in: source)])
        } catch let failure as ValidationFailure {
            return .refusal(failure.errors)
        } catch {
            preconditionFailure("the introspection query cannot be answered: \(error)")
        }
    }
}

extension OperationSelection {
    /// The response's text for an operation that selects nothing but `__schema` and `__type`.
    fileprivate func introspection(of schema: Schema) throws -> [UInt8] {
        guard let root = document.schema.rootType(for: .query) else { return [] }
        var collection = FieldCollection(
            self,
            variant: .unconditional,
            scalars: ScalarCoercions(),
            maxFields: Self.maxPlannedFields
        )
        let writer = IntrospectionWriter(schema: schema, variables: .none)
        var json = JSONWriter()
        json.append(json: "{\"data\":{")
        for (index, field) in try collection.selection(of: [operation.selections], on: root).fields.enumerated() {
            if index > 0 { json.append(ascii: ",") }
            json.append(string: field.responseKey)
            json.append(ascii: ":")
            if !writer.write(field, into: &json) { json.append(json: "null") }
        }
        json.append(json: "}}")
        return json.bytes
    }
}
