package import GraphQLLanguage
package import GraphQLSchema
package import GraphQLValidation
import Synchronization

/// The documents of one schema by their bytes, each parsed and validated once.
///
/// Bounded in number and in bytes. Documents that are registered, or that were asked for again and again, are trusted:
/// those asked for once or twice cannot push them out.
package final class DocumentCache: Sendable {
    /// How much a cache may hold.
    package struct Limits: Sendable {
        /// Documents on probation.
        package var newCount = 500
        package var newBytes = 16 << 20
        package var trustedCount = 2_000
        package var trustedBytes = 48 << 20

        package init() {}
    }

    /// What a cache holds: numbers of documents, and an estimate of their bytes, plans included.
    package struct Statistics: Sendable, Hashable {
        package let newCount: Int
        package let newBytes: Int
        package let trustedCount: Int
        package let trustedBytes: Int
    }

    private let schema: Schema
    private let parserLimits: ParserLimits
    private let options: ValidationOptions
    private let documents: DocumentStore

    package init(
        schema: Schema,
        parserLimits: ParserLimits = ParserLimits(),
        options: ValidationOptions = ValidationOptions(),
        limits: Limits = Limits()
    ) {
        self.schema = schema
        self.parserLimits = parserLimits
        self.options = options
        documents = DocumentStore(
            SegmentedCache(
                probation: .init(count: limits.newCount, cost: limits.newBytes),
                trusted: .init(count: limits.trustedCount, cost: limits.trustedBytes)
            )
        )
    }

    private init(schema: Schema, adoptingFrom other: DocumentCache) {
        self.schema = schema
        parserLimits = other.parserLimits
        options = other.options
        documents = DocumentStore(other.documents.cache.withLock { $0.renewed() })
    }

    /// A cache for another schema that trusts the same documents.
    ///
    /// Each is parsed, validated and planned anew when it is next asked for; what is no longer valid is forgotten then.
    /// This cache still serves whoever holds it.
    package func adopting(_ schema: Schema) -> DocumentCache { DocumentCache(schema: schema, adoptingFrom: self) }

    package var statistics: Statistics {
        documents.cache.withLock { cache in
            Statistics(
                newCount: cache.probation.count,
                newBytes: cache.probation.cost,
                trustedCount: cache.trusted.count,
                trustedBytes: cache.trusted.cost
            )
        }
    }

    /// Keeps a document for good from its next request on, outside of the limits.
    package func register(_ bytes: [UInt8]) { documents.cache.withLock { $0.register(DocumentKey(bytes)) } }

    /// The document, if it is kept.
    package func known(_ bytes: [UInt8]) -> PreparedDocument? {
        let key = DocumentKey(bytes)
        return documents.cache.withLock { $0.value(for: key) }
    }

    /// The document, or `GraphQLError` or `ValidationFailure` for what is wrong with it.
    ///
    /// A faulty one is not kept: it cannot push good ones out.
    package func document(_ bytes: [UInt8]) throws -> PreparedDocument {
        let key = DocumentKey(bytes)
        if let known = documents.cache.withLock({ $0.value(for: key) }) { return known }
        do {
            let document = PreparedDocument(try validated(bytes), growth: DocumentGrowth(key: key, store: documents))
            documents.insert(document, for: key)
            return document
        } catch {
            // Trusted under an earlier schema, perhaps.
            _ = documents.cache.withLock { $0.remove(key) }
            throw error
        }
    }

    private func validated(_ bytes: [UInt8]) throws -> ValidatedDocument {
        let source = Source(bytes: bytes)
        let parsed: Document
        do {
            parsed = try Document(
                parsing: source,
                limits: parserLimits,
                // Whether it writes is not known yet.
                hidesValues: options.personalDataDirective != nil
            )
        } catch {
            throw error.graphQLError(in: source)
        }
        return try ValidatedDocument(validating: parsed, against: schema, options: options)
    }
}

/// The documents of a cache; whatever leaves it is let go of outside of the lock.
final class DocumentStore: Sendable {
    let cache: Mutex<SegmentedCache<DocumentKey, PreparedDocument>>

    init(_ cache: SegmentedCache<DocumentKey, PreparedDocument>) { self.cache = Mutex(cache) }

    func insert(_ document: PreparedDocument, for key: DocumentKey) {
        _ = cache.withLock { $0.insert(document, for: key, cost: document.byteEstimate) }
    }
}

/// Tells the cache that one of its documents has grown by a plan.
struct DocumentGrowth: Sendable {
    let key: DocumentKey
    weak let store: DocumentStore?

    func report(_ byteEstimate: Int) { _ = store?.cache.withLock { $0.setCost(byteEstimate, of: key) } }
}
