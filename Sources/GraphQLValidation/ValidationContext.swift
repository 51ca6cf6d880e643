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
    /// Where the walk stands; set by the walk alone.
    var types = TypeContext()
    /// Usages of variables by the position in `document.definitions`, complete when the walk leaves the document.
    var variableUsages: [[VariableUsage]]
    private(set) var errors: [GraphQLError] = []
    /// Set when one error too many was reported: nothing more is recorded, the walk ends.
    private(set) var isAborted = false
    private var possibleTypeNames: [String: Set<String>] = [:]

    init(document: Document, schema: Schema, options: ValidationOptions) {
        self.document = document
        self.schema = schema
        self.options = options
        fragments = FragmentIndex(document)
        variableUsages = Array(repeating: [], count: document.definitions.count)
    }

    /// Walks the document once with these rules.
    func errors(breaking rules: [ValidationRule]) -> [GraphQLError] {
        DocumentWalk(self, rules: rules.map { $0.type.init(self) }).run()
        return errors
    }

    /// Records an error at the nodes with these byte offsets.
    func report(_ message: String, at offsets: [Int], code: String = ValidationCode.ruleBroken) {
        guard !isAborted else { return }
        guard errors.count < options.maxErrors else {
            isAborted = true
            errors.append(
                GraphQLError(
                    "Too many validation errors, error limit reached. Validation aborted.",
                    code: ValidationCode.ruleBroken
                )
            )
            return
        }
        let isLong = message.utf8.count > Self.maxMessageLength
        errors.append(
            GraphQLError(
                isLong ? message.prefix(Self.maxMessageLength) + "…" : message,
                locations: document.source.locations(at: Array(offsets.prefix(Self.maxLocations))),
                code: code
            )
        )
    }

    func report(_ message: String, at offset: Int) { report(message, at: [offset]) }

    /// ` Did you mean …?` with the options close to a name; empty when there are none or suggestions are hidden.
    func suggestion(for name: String, from options: [String], kind: String = "") -> String {
        guard !self.options.hidesSuggestions else { return "" }
        // Only names of about this length can be close; a long name costs nothing then.
        let length = name.utf8.count
        let similar = options.filter { abs($0.utf8.count - length) <= length * 2 / 5 + 1 }
        return Suggestions.didYouMean(name, among: similar, kind: kind)
    }

    /// Whether some object can be of both composite types (GraphQL §5.5.2.3).
    func typesOverlap(_ left: TypeDefinition, _ right: TypeDefinition) -> Bool {
        left.name == right.name || !possibleTypes(of: left).isDisjoint(with: possibleTypes(of: right))
    }

    private func possibleTypes(of type: TypeDefinition) -> Set<String> {
        if let known = possibleTypeNames[type.name] { return known }
        let names = Set(schema.possibleTypes(of: type.name).map(\.name))
        possibleTypeNames[type.name] = names
        return names
    }
}
