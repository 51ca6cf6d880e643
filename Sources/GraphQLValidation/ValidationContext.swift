import GraphQLLanguage
import GraphQLSchema

/// What the rules of one validation share: the document, the schema, where the walk stands, and the errors so far.
final class ValidationContext {
    // What one error may hold, so that an answer cannot be many times the size of its document.
    private static let maxMessageLength = 4_000
    private static let maxLocations = 100

    let document: Document
    let schema: Schema
    let options: ValidationOptions
    let fragments: FragmentIndex
    let references: ReferencedFragments
    /// What the document takes by inputs that are marked for personal data.
    private(set) lazy var personalInputs =
        options.personalDataDirective.map { document.inputs(marked: $0, in: schema) } ?? MarkedInputs()
    /// Whether no message repeats a literal: the document writes, or takes personal data.
    private(set) lazy var hidesValues =
        options.personalDataDirective != nil && (document.writes || personalInputs.isAny)
    /// Where the walk stands; set by the walk alone.
    var types = TypeContext()
    /// The definition in which the walk stands, by its position in the document; set by the walk alone.
    var position = 0
    var memory = RuleMemory()
    /// What `operationUsages()` answered last.
    var lastUsages: (position: Int, usages: OperationUsages)?
    private(set) var errors: [GraphQLError] = []
    /// Set when validation was given up: nothing more is recorded, the walk ends.
    private(set) var isAborted = false
    /// Directives that the document itself defines; they stand before the schema's.
    private let documentDirectives: [String: SchemaDirective]

    init(document: Document, schema: Schema, options: ValidationOptions) {
        self.document = document
        self.schema = schema
        self.options = options
        fragments = FragmentIndex(document)
        references = ReferencedFragments(schema, fragments)
        documentDirectives = document.directiveDefinitions
    }

    /// Walks the document once with the rules of this schedule.
    func errors(breaking schedule: RuleSchedule) -> [GraphQLError] {
        DocumentWalk(self, schedule).run()
        return errors
    }

    /// Records an error at the nodes with these byte offsets.
    func report(_ message: String, at offsets: [Int], code: String = ValidationCode.ruleBroken) {
        guard !isAborted else { return }
        guard errors.count < options.maxErrors else {
            return abort(
                "Too many validation errors, error limit reached. Validation aborted.",
                code: ValidationCode.ruleBroken
            )
        }
        let isLong = message.utf8.count > Self.maxMessageLength
        errors.append(
            GraphQLError(
                isLong ? message.prefix(Self.maxMessageLength) + "…" : message,
                locations: offsets.prefix(Self.maxLocations).map(document.source.location),
                code: code
            )
        )
    }

    func report(_ message: String, at offset: Int) { report(message, at: [offset]) }

    /// Gives up a document that would cost too much; what was found so far is kept.
    func abort() { abort("Validation aborted.", code: ValidationCode.limitPassed) }

    private func abort(_ message: String, code: String) {
        guard !isAborted else { return }
        isAborted = true
        errors.append(GraphQLError(message, code: code))
    }

    /// ` Did you mean …?` with the options close to a name; empty when there are none or suggestions are hidden.
    func suggestion(for name: String, from options: [String], kind: String = "") -> String {
        guard !self.options.hidesSuggestions else { return "" }
        // Only names of about this length can be close; a long name costs nothing then.
        let length = name.utf8.count
        let similar = options.filter { abs($0.utf8.count - length) <= length * 2 / 5 + 1 }
        return Suggestions.didYouMean(name, among: similar, kind: kind)
    }

    /// A literal as messages show it behind what they say of it; nothing where values are not repeated.
    func found(_ value: Value, _ prefix: String) -> String {
        hidesValues ? "" : prefix + value.printedForError
    }

    /// The definition of a directive by the document, else by the schema.
    func directive(named name: String) -> SchemaDirective? {
        documentDirectives[name] ?? schema.directive(named: name)
    }
}

extension Document {
    /// The directives that a document with type-system definitions defines, as a schema would; mostly none.
    fileprivate var directiveDefinitions: [String: SchemaDirective] {
        var directives: [String: SchemaDirective] = [:]
        for case .directive(let definition) in definitions {
            directives[definition.name.text] = SchemaDirective(
                name: definition.name.text,
                description: nil,
                arguments: definition.arguments.map { argument in
                    SchemaInputValue(
                        name: argument.name.text,
                        description: nil,
                        type: argument.type,
                        defaultValue: argument.defaultValue,
                        deprecationReason: nil,
                        directives: [],
                        provenance: nil
                    )
                },
                isRepeatable: definition.isRepeatable,
                locations: definition.locations.map(\.text),
                provenance: nil
            )
        }
        return directives
    }
}
