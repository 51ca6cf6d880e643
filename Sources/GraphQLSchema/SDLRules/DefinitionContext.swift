import GraphQLLanguage

/// What the rules for SDL documents look things up in, and where they report.
final class DefinitionContext {
    let definitions: Definitions
    /// The schema that the definitions extend.
    let schema: Schema?
    let hidesSuggestions: Bool
    /// Every directive that may be applied; of a name defined twice the last.
    let directives: [String: ApplicableDirective]
    private(set) var diagnostics = Diagnostics()
    /// The definition that the walk is at.
    private(set) var origin: Origin
    private(set) var isInSDL = true
    private let definedTypes: [String: Sourced<TypeSystemDefinition>]

    init(_ definitions: Definitions, extending schema: Schema?, hidesSuggestions: Bool) {
        self.definitions = definitions
        self.schema = schema
        self.hidesSuggestions = hidesSuggestions
        origin = Origin(plugin: "", file: "", line: 1)
        let bases = definitions.types.lazy.filter { !$0.node.isExtension }.map { ($0.node.name.text, $0) }
        definedTypes = Dictionary(bases, uniquingKeysWith: { _, last in last })
        let existing = (schema?.directives ?? Standard.directives).map(ApplicableDirective.init)
        let known = existing + definitions.directives.map { ApplicableDirective($0.node) }
        directives = Dictionary(known.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    func enter(_ definition: Sourced<Definition>) {
        origin = definition.origin
        isInSDL =
            switch definition.node {
            case .operation, .fragment: false
            case .schema, .type, .directive, .directiveExtension: true
            }
    }

    /// The last definition of a type, if what the walk is at may refer to it: the engine's own types serve only the
    /// engine.
    func definition(ofType name: String) -> Sourced<TypeSystemDefinition>? {
        definedTypes[name].flatMap { isVisible($0) ? $0 : nil }
    }

    /// Names of all types that the walk's definition may refer to, for suggestions.
    var typeNames: [String] { origin.role == .engine ? namesForEngine : namesForFragments }

    private lazy var namesForEngine = existingNames + definedTypes.values.map(\.node.name.text)
    private lazy var namesForFragments =
        existingNames + definedTypes.values.filter { $0.origin.role != .engine }.map(\.node.name.text)

    private var existingNames: [String] { schema?.types.map(\.name) ?? [] }

    private func isVisible(_ type: Sourced<TypeSystemDefinition>) -> Bool {
        type.origin.role != .engine || origin.role == .engine
    }

    /// The place of a node of the definition that the walk is at.
    func place(_ offset: Int, start: Int? = nil) -> Provenance? { origin.provenance(at: offset, start: start) }

    /// Reports a problem with the nodes that cause it in graphql-js' order, `primary` being the one to change first.
    func report(_ message: String, at places: Provenance?..., primary: Int = 0) {
        diagnostics.report(message, at: places, primary: primary)
    }

    /// Reports a name that is given more than once to what stands side by side.
    func report(_ message: String, repeated names: [Name]) {
        diagnostics.report(message, at: names.map { place($0.offset) }, primary: names.count - 1)
    }

    /// ` Did you mean …?`, empty when suggestions are hidden.
    func suggestion(for name: String, among names: @autoclosure () -> [String]) -> String {
        hidesSuggestions ? "" : Suggestions.didYouMean(name, among: names())
    }
}

/// The names that occur more than once, each with all its occurrences, in the order of the first ones.
func repeatedNames(_ names: [Name]) -> [[Name]] {
    guard names.count > 1 else { return [] }
    var groups: [String: [Name]] = [:]
    for name in names { groups[name.text, default: []].append(name) }
    return names.compactMap { name in
        guard let group = groups[name.text], group.count > 1, group[0].offset == name.offset else { return nil }
        return group
    }
}
