import GraphQLLanguage

/// The source of definitions: what a byte offset in it means to a reader.
final class Origin: Sendable {
    enum Role: Sendable {
        /// A plugin's SDL.
        case fragment
        /// The engine's own directives: known while composing, left out of the schema.
        case engine
        /// The specification's own types and directives, which are written nowhere.
        case standard
    }

    let role: Role
    let plugin: String
    let file: String
    /// The text that offsets count in; nil when every offset means one and the same line.
    private let source: Source?
    private let onlyLine: Int
    /// What everything here was generated for.
    private let cause: Provenance?

    init(source: Source, plugin: String, role: Role) {
        self.role = role
        self.plugin = plugin
        file = source.name
        self.source = role == .standard ? nil : source
        onlyLine = 1
        cause = nil
    }

    init(plugin: String, file: String, line: Int) {
        role = .fragment
        self.plugin = plugin
        self.file = file
        source = nil
        onlyLine = line
        cause = nil
    }

    /// The origin of what is generated because of something written at `place`.
    init(generatedFor place: Provenance) {
        role = .fragment
        plugin = place.plugin
        file = place.file
        source = nil
        onlyLine = 1
        cause = place
    }

    /// The place of a node, by the offset to look at and that of its first token if this is another.
    func provenance(at offset: Int, start: Int? = nil) -> Provenance? {
        if role == .standard { return nil }
        return cause ?? Provenance(origin: self, offset: offset, start: start ?? offset)
    }

    func line(at offset: Int) -> Int { location(at: offset)?.line ?? onlyLine }

    /// Line and column of an offset, nil if the text is not at hand.
    func location(at offset: Int) -> SourceLocation? { source?.location(at: offset) }
}

/// A node with the source that it was written in.
struct Sourced<Node: Sendable>: Sendable {
    let node: Node
    let origin: Origin

    func provenance(at offset: Int, start: Int? = nil) -> Provenance? {
        origin.provenance(at: offset, start: start)
    }
}
