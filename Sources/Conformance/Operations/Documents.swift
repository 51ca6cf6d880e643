import GraphQLLanguage

extension ConformanceFilter {
    /// `parse`: a document of any kind, printed.
    static func parse(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        let key = try request.optionalText("document") == nil ? "sdl" : "document"
        let limits = ParserLimits(maxBytes: .max, maxTokens: try request.count("maxTokens") ?? .max)
        return parsed(try request.source(key), limits: limits) { .printed($0.printed) }
    }

    /// `stripIgnored`: what is left of a document without ignored characters.
    static func stripIgnored(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        let source = try request.source("document")
        do throws(SyntaxError) {
            return .printed(try source.strippingIgnoredCharacters())
        } catch {
            return .errors([error.graphQLError(in: source)])
        }
    }

    /// `separateOperations`: each operation with the fragments it needs, printed, by the operation's name.
    static func separateOperations(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        parsed(try request.source("document")) { document in
            let operations = document.separatedOperations.map {
                JSONValue.Member($0.name, .string($0.document.printed))
            }
            return ConformanceAnswer([.init("operations", .object(operations))])
        }
    }

    /// Reads a document and hands it on; a syntax error is the answer.
    static func parsed<Failure>(
        _ source: Source,
        limits: ParserLimits = .anyLength,
        _ body: (Document) throws(Failure) -> ConformanceAnswer
    ) throws(Failure) -> ConformanceAnswer {
        let document: Document
        do throws(SyntaxError) {
            document = try Document(parsing: source, limits: limits)
        } catch {
            return .errors([error.graphQLError(in: source)])
        }
        return try body(document)
    }
}
