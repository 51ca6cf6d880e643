/// The query that asks a server for its whole schema (GraphQL §4.2), with what it asks for beyond the core by choice.
///
/// The names and defaults of the choices are those of graphql-js' `getIntrospectionQuery`.
package struct IntrospectionQuery: Hashable, Sendable {
    package var includesDescriptions = true
    package var includesSpecifiedByURL = false
    package var includesRepeatable = false
    package var includesSchemaDescription = false
    package var includesDeprecatedInputs = false
    package var includesOneOf = false
    /// How many `ofType` stand within each other: a type of more wrappers is cut off.
    package var typeDepth = 9

    package init() {}

    /// The query's text.
    package var text: String {
        let description = includesDescriptions ? "description" : ""
        let deprecation = includesDeprecatedInputs ? "isDeprecated deprecationReason" : ""
        let deprecated = includesDeprecatedInputs ? "(includeDeprecated: true)" : ""
        return """

            query IntrospectionQuery {
              __schema {
                \(includesSchemaDescription ? description : "")
                queryType { name kind }
                mutationType { name kind }
                subscriptionType { name kind }
                types { ...FullType }
                directives {
                  name
                  \(description)
                  \(includesRepeatable ? "isRepeatable" : "")
                  locations
                  args\(deprecated) { ...InputValue }
                }
              }
            }
            fragment FullType on __Type {
              kind
              name
              \(description)
              \(includesSpecifiedByURL ? "specifiedByURL" : "")
              \(includesOneOf ? "isOneOf" : "")
              fields(includeDeprecated: true) {
                name
                \(description)
                args\(deprecated) { ...InputValue }
                type { ...TypeRef }
                isDeprecated
                deprecationReason
              }
              inputFields\(deprecated) { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name \(description) isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue {
              name
              \(description)
              type { ...TypeRef }
              defaultValue
              \(deprecation)
            }
            fragment TypeRef on __Type { kind name \(Self.ofType(depth: typeDepth)) }
            """
    }

    private static func ofType(depth: Int) -> String {
        depth == 0 ? "" : "ofType { name kind \(ofType(depth: depth - 1)) }"
    }
}
