import GraphQLLanguage
package import GraphQLSchema

/// What a composed schema says of tables: its mapping directives, read and checked against each other.
///
/// `resolved(against:)` checks them against the database, too; only then can reads be planned.
package struct Mapping: Sendable {
    let schema: Schema
    let terms: CallerTerms
    /// By type name.
    var tables: [String: TableMapping]
    /// By field of Query.
    let queries: [String: QueryMapping]
    /// By name of the connection's type.
    let connections: [String: ConnectionMapping]
    /// What the input objects of filters say.
    let filters: [FilterMapping.Key: FilterMapping]

    /// Reads the directives of a schema composed with `MappingDirectives.sdl`, or reports everything that is wrong.
    ///
    /// `terms` are those of its composition. `readingResolvers` are the coordinates (`Letter.related`) of fields whose batch resolver reads the database.
    package init(_ schema: Schema, terms: CallerTerms, readingResolvers: Set<String> = []) throws(MappingFailure) {
        var reader = MappingReader(schema: schema, terms: terms, readingResolvers: readingResolvers)
        reader.read()
        guard reader.diagnostics.isEmpty else { throw MappingFailure(reader.diagnostics) }
        self.schema = schema
        self.terms = terms
        tables = reader.tables
        queries = reader.queries
        connections = reader.connections
        filters = reader.filters
    }
}

extension Schema {
    /// The node type of a connection type (Relay Cursor Connections); nil for another type.
    package func connectionNode(of name: String) -> String? {
        guard case .object(let connection) = type(named: name), let edges = connection.field(named: "edges"),
            edges.type.listItem != nil, case .object(let edge) = type(named: edges.type.namedType),
            let node = edge.field(named: "node")
        else { return nil }
        return node.type.namedType
    }

    func isLeaf(_ name: String) -> Bool { type(named: name)?.isLeaf ?? false }
}
