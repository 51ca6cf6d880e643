import GraphQLLanguage
import GraphQLSchema

/// Several files' documents as one, so that a fragment of one file can be looked at from another.
struct JoinedDocuments {
    private struct Part {
        let name: String
        /// Of the file's first byte in the joined source.
        let offset: Int
        let line: Int
    }

    private let parts: [Part]
    private let document: Document
    private let index: FragmentIndex

    /// Nil without files; each must be readable by itself.
    init?(_ files: [ClientDocuments.File]) {
        var bytes: [UInt8] = []
        var parts: [Part] = []
        var line = 1
        for file in files {
            parts.append(Part(name: file.name, offset: bytes.count, line: line))
            // A byte order mark stands at the beginning of a source only.
            let text = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.bytes.dropFirst(3)) : file.bytes
            let lines = Source(bytes: text + [UInt8(ascii: "\n")])
            bytes += lines.bytes
            line += lines.location(at: lines.bytes.count).line - 1
        }
        guard let document = try? Document(parsing: Source(bytes: bytes), limits: .anyLength) else { return nil }
        self.parts = parts
        self.document = document
        index = FragmentIndex(document)
    }

    func errors(against schema: Schema, options: ValidationOptions) -> [GraphQLError] {
        // What holds across the files.
        let acrossFiles: [ValidationRule] = [.uniqueFragmentNames, .noUnusedFragments]
        var errors = validate(document, against: schema, rules: acrossFiles, options: options)
        var reached: Set<FragmentIndex.Position> = []
        for part in parts.indices {
            let positions = requestPositions(of: part)
            guard !positions.isEmpty else { continue }
            reached.formUnion(positions)
            do throws(ValidationFailure) {
                _ = try ValidatedDocument(validating: excerpt(positions), against: schema, options: options)
            } catch {
                errors += error.errors
            }
        }
        // Fragments that no operation needs are looked at all the same.
        let unreached = document.definitions.indices.filter { !reached.contains($0) }
        let rest = Set(unreached + unreached.flatMap(index.reachable))
        let rules = ValidationRule.specified.filter { !acrossFiles.contains($0) }
        return errors + validate(excerpt(rest), against: schema, rules: rules, options: options)
    }

    /// A file's definitions that are no fragments, with the fragments that they spread, of whatever file.
    private func requestPositions(of part: Int) -> Set<FragmentIndex.Position> {
        let end = part + 1 < parts.count ? parts[part + 1].offset : document.source.bytes.count
        var positions: Set<FragmentIndex.Position> = []
        for (position, definition) in document.definitions.enumerated() {
            guard definition.offset >= parts[part].offset, definition.offset < end else { continue }
            if case .fragment = definition { continue }
            positions.insert(position)
            positions.formUnion(index.reachable(from: position))
        }
        return positions
    }

    private func excerpt(_ positions: Set<FragmentIndex.Position>) -> Document {
        var excerpt = document
        excerpt.definitions = positions.sorted().map { document.definitions[$0] }
        return excerpt
    }

    /// An error of the joined document at its place in the file.
    func finding(for error: GraphQLError) -> ClientDocuments.Finding {
        let place = error.locations.first ?? SourceLocation(line: 1, column: 1)
        let part = parts.last { $0.line <= place.line } ?? parts[0]
        return ClientDocuments.Finding(
            file: part.name,
            line: place.line - part.line + 1,
            column: place.column,
            message: error.message
        )
    }
}
