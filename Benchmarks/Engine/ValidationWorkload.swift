import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// A valid document against every rule of the specification.
struct ValidationWorkload: Workload {
    private let schema: Schema
    private let document: Document
    private let faulty: Document

    var byteCount: Int { 0 }

    /// Takes `NAME.graphql`, and `NAME-faulty.graphql` for the comparison of errors.
    init(_ folder: Folder, schema name: String, document: String) throws {
        schema = try Schema.build(try folder.text(of: name))
        self.document = try Document(parsing: Source(bytes: try folder.bytes(of: "\(document).graphql")))
        faulty = try Document(parsing: Source(bytes: try folder.bytes(of: "\(document)-faulty.graphql")))
    }

    /// The messages and locations of both documents' errors in the order of their places; the first has none.
    func outcome() -> [UInt8] {
        var json = JSONWriter()
        for document in [document, faulty] {
            let errors = validate(document, against: schema).sorted { left, right in
                (left.line, left.column, left.message) < (right.line, right.column, right.message)
            }
            json.append(errors.map { GraphQLError($0.message, locations: $0.locations) })
            json.append(ascii: "\n")
        }
        return json.bytes
    }

    func run(_ count: Int) -> Int {
        var check = 0
        for _ in 0..<count { check &+= validate(document, against: schema).count }
        return check
    }
}

extension GraphQLError {
    fileprivate var line: Int { locations.first?.line ?? 0 }
    fileprivate var column: Int { locations.first?.column ?? 0 }
}
