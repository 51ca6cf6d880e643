package import GraphQLLanguage
package import GraphQLSchema
package import GraphQLValidation

/// The documents of one schema by their bytes, each parsed and validated once.
package final class DocumentCache: Sendable {
    private let schema: Schema
    private let parserLimits: ParserLimits
    private let options: ValidationOptions
    private let documents: TwoGenerationCache<[UInt8], PreparedDocument>

    /// Holds between `generationSize` and twice as many documents.
    package init(
        schema: Schema,
        parserLimits: ParserLimits = ParserLimits(),
        options: ValidationOptions = ValidationOptions(),
        generationSize: Int = 500
    ) {
        self.schema = schema
        self.parserLimits = parserLimits
        self.options = options
        documents = TwoGenerationCache(generationSize: generationSize)
    }

    /// The document, or `GraphQLError` or `ValidationFailure` for what is wrong with it.
    ///
    /// A faulty one is not kept: it cannot push good ones out.
    package func document(_ bytes: [UInt8]) throws -> PreparedDocument {
        if let known = documents[bytes] { return known }
        let source = Source(bytes: bytes)
        let parsed: Document
        do {
            parsed = try Document(parsing: source, limits: parserLimits)
        } catch {
            throw error.graphQLError(in: source)
        }
        let document = PreparedDocument(try ValidatedDocument(validating: parsed, against: schema, options: options))
        documents.insert(document, for: bytes)
        return document
    }
}
