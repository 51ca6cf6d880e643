import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

extension ConformanceFilter {
    /// `execute`: an operation over a JSON value, from the document's text to the response.
    mutating func execute(_ request: ConformanceRequest) async throws(ConformanceFailure) -> ConformanceAnswer {
        let schema = try schemas.validSchema(request.text("schema"))
        return await Self.response(
            to: try request.source("document"),
            operationName: try request.optionalText("operationName"),
            variables: request.object["variables"],
            on: schema,
            root: request.object["root"] ?? .null
        )
    }

    /// `introspect`: the answer to graphql-js' introspection query.
    mutating func introspect(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        let schema = try schemas.schema(request.text("schema"))
        var query = IntrospectionQuery()
        query.includesDescriptions = try request.flag("descriptions", default: true)
        query.includesSpecifiedByURL = try request.flag("specifiedByUrl")
        query.includesRepeatable = try request.flag("directiveIsRepeatable")
        query.includesSchemaDescription = try request.flag("schemaDescription")
        query.includesDeprecatedInputs = try request.flag("inputValueDeprecation")
        query.includesOneOf = try request.flag("oneOf")
        query.typeDepth = try request.count("typeDepth") ?? query.typeDepth
        return .response(query.response(of: schema).body)
    }

    /// A corpus asks for more than a client may; what bounds the work stays.
    private static let limits = RequestLimits(
        maxDepth: 1_000,
        maxAliases: .max,
        maxRootFields: .max,
        maxFields: 1_000_000,
        maxDirectives: .max,
        maxOperations: .max
    )

    private static func response(
        to source: Source,
        operationName: String?,
        variables: JSONValue?,
        on schema: Schema,
        root: JSONValue
    ) async -> ConformanceAnswer {
        do {
            let document = try Document(parsing: source, limits: .anyLength)
            let options = ValidationOptions(limits: limits)
            let validated = try ValidatedDocument(validating: document, against: schema, options: options)
            let response = await GraphQLExecution.execute(
                validated,
                operationName: operationName,
                variables: variables,
                root: root
            )
            return .response(response.body)
        } catch let error as SyntaxError {
            return .errors([error.graphQLError(in: source)])
        } catch let failure as ValidationFailure {
            return .errors(failure.errors)
        } catch {
            return .error("\(error)")
        }
    }
}
