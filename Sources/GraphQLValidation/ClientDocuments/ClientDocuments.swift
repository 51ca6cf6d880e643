package import GraphQLLanguage
package import GraphQLSchema

/// A client's documents, checked together before any of them is sent.
///
/// A file's operations may spread fragments of the other files; everything else holds for each file by itself, as if the
/// file with the fragments that it needs were one request.
package struct ClientDocuments: Sendable {
    /// A document's text with the name under which findings are reported.
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// A fault with its place; line and column count from 1.
    package struct Finding: Hashable, Sendable, CustomStringConvertible {
        package let file: String
        package let line: Int
        package let column: Int
        package let message: String

        /// `letters.graphql:12:5: message`.
        package var description: String { "\(file):\(line):\(column): \(message)" }
    }

    private let files: [File]

    package init(_ files: [File]) { self.files = files }

    /// What a server with this schema would refuse, in order of files and lines; empty if it would refuse nothing.
    package func findings(
        against schema: Schema,
        parserLimits: ParserLimits = ParserLimits(),
        options: ValidationOptions = ValidationOptions()
    ) -> [Finding] {
        var found: [Finding] = []
        var readable: [File] = []
        for file in files {
            let source = Source(bytes: file.bytes, name: file.name)
            do throws(SyntaxError) {
                _ = try Document(parsing: source, limits: parserLimits)
                readable.append(file)
            } catch {
                let place = source.location(at: error.offset)
                found.append(
                    Finding(
                        file: file.name,
                        line: place.line,
                        column: place.column,
                        message: "Syntax Error: \(error.message)"
                    )
                )
            }
        }
        guard let joined = JoinedDocuments(readable) else { return found }
        let errors = joined.errors(against: schema, options: options)
        var seen: Set<Finding> = []
        found += errors.map(joined.finding).filter { seen.insert($0).inserted }
        let order = Dictionary(files.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        return found.sorted { left, right in
            (order[left.file] ?? 0, left.line, left.column) < (order[right.file] ?? 0, right.line, right.column)
        }
    }
}
