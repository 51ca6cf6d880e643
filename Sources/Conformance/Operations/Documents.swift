import GraphQLLanguage

extension ConformanceFilter {
    /// `parse`: a document of any kind, printed.
    static func parse(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        let text = if let text = try request.optionalText("document") { text } else { try request.text("sdl") }
        let limits = ParserLimits(maxBytes: .max, maxTokens: try request.count("maxTokens") ?? .max)
        return parsed(text, limits: limits) { .printed($0.printed) }
    }

    /// `stripIgnored`: what is left of a document without ignored characters.
    static func stripIgnored(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        let source = LoneSurrogates.source(try request.text("document"))
        do throws(SyntaxError) {
            return .printed(try source.strippingIgnoredCharacters())
        } catch {
            return .errors([error.graphQLError(in: source)])
        }
    }

    /// `separateOperations`: each operation with the fragments it needs, printed, by the operation's name.
    static func separateOperations(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        parsed(try request.text("document")) { document in
            let operations = document.separatedOperations.map {
                JSONValue.Member($0.name, .string($0.document.printed))
            }
            return ConformanceAnswer([.init("operations", .object(operations))])
        }
    }

    /// Reads a document and hands it on; a syntax error is the answer.
    static func parsed<Failure>(
        _ text: String,
        limits: ParserLimits = .anyLength,
        _ body: (Document) throws(Failure) -> ConformanceAnswer
    ) throws(Failure) -> ConformanceAnswer {
        let source = LoneSurrogates.source(text)
        let document: Document
        do throws(SyntaxError) {
            document = try Document(parsing: source, limits: limits)
        } catch {
            return .errors([error.graphQLError(in: source)])
        }
        return try body(document)
    }
}
