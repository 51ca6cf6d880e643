import GraphQLLanguage

/// The source of definitions: finds plugin, file and line of a byte offset.
struct Origin: Sendable {
    enum Role: Sendable {
        /// A plugin's SDL.
        case fragment
        /// The engine's own directives: known while composing, left out of the schema.
        case engine
        /// The specification's own types and directives.
        case standard
    }

    let role: Role
    private let place: Provenance?
    /// Byte offsets at which lines start; empty when every offset means `place`.
    private let lineStarts: [Int]

    init(source: Source, plugin: String, role: Role) {
        self.role = role
        place = role == .standard ? nil : Provenance(plugin: plugin, file: source.name, line: 1)
        var lineStarts = [0]
        for (index, byte) in source.bytes.enumerated() {
            // GraphQL §2.1.2: a line ends with a line feed, a carriage return, or both.
            let isCarriageReturn = byte == 0x0D && !(index + 1 < source.bytes.count && source.bytes[index + 1] == 0x0A)
            if byte == 0x0A || isCarriageReturn { lineStarts.append(index + 1) }
        }
        self.lineStarts = lineStarts
    }

    /// The origin of what is generated because of something written at `place`.
    init(generatedFor place: Provenance?) {
        role = .fragment
        self.place = place
        lineStarts = []
    }

    func provenance(at offset: Int) -> Provenance? {
        guard let place, !lineStarts.isEmpty else { return place }
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return Provenance(plugin: place.plugin, file: place.file, line: low + 1)
    }
}

/// A node with the source that it was written in.
struct Sourced<Node: Sendable>: Sendable {
    let node: Node
    let origin: Origin

    func provenance(at offset: Int) -> Provenance? { origin.provenance(at: offset) }
}
