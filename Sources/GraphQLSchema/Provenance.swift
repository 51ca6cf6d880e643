package import GraphQLLanguage

/// Where an element of a schema was written: for diagnostics with plugin, file and line.
///
/// Two are equal if they name the same line.
package struct Provenance: Sendable, CustomStringConvertible {
    let origin: Origin
    /// The byte to look at: a definition's name.
    let offset: Int
    /// The first byte of the node, which may be its description's.
    let start: Int

    init(origin: Origin, offset: Int, start: Int) {
        self.origin = origin
        self.offset = offset
        self.start = start
    }

    /// A line of a file whose text is not at hand.
    package init(plugin: String, file: String, line: Int) {
        self.init(origin: Origin(plugin: plugin, file: file, line: line), offset: 0, start: 0)
    }

    package var plugin: String { origin.plugin }
    package var file: String { origin.file }
    /// Counted from 1.
    package var line: Int { origin.line(at: offset) }

    /// Line and column of the node's first token, nil if the text is not at hand.
    package var location: SourceLocation? { origin.location(at: start) }

    package var description: String { "\(plugin): \(file):\(line)" }

    /// The place of another node in the same source.
    package func moved(to offset: Int) -> Provenance { Provenance(origin: origin, offset: offset, start: offset) }
}

extension Provenance: Hashable {
    package static func == (left: Provenance, right: Provenance) -> Bool {
        if left.origin === right.origin, left.offset == right.offset { return true }
        return left.plugin == right.plugin && left.file == right.file && left.line == right.line
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(plugin)
        hasher.combine(file)
        hasher.combine(line)
    }
}
