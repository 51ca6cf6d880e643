package import GraphQLSchema

/// A set-returning function that something other than the schema asks for, with the signature that it must have.
package struct RequiredFunction: Sendable {
    /// What asks for it, as a message begins: `The metric letters.on_time`.
    package let asker: String
    /// With its schema: `letters.metric_on_time`.
    package let name: String
    /// Types of its arguments, as PostgreSQL shows them: `text[]`.
    package let arguments: [String]
    /// Its columns with their types: `court_code text`.
    package let columns: [String]
    package let provenance: Provenance

    package init(asker: String, name: String, arguments: [String], columns: [String], provenance: Provenance) {
        self.asker = asker
        self.name = name
        self.arguments = arguments
        self.columns = columns
        self.provenance = provenance
    }
}

extension CatalogCheck {
    /// The function is there, takes and returns what is asked for, reads only, and the reading role may call it.
    mutating func check(_ required: RequiredFunction) {
        let place = required.asker
        let signature = "(\(required.arguments.joined(separator: ", ")))"
        guard let name = QualifiedName(required.name) else {
            report("\(place) must name a schema and a function, not \"\(required.name)\"", at: required.provenance)
            return
        }
        guard let candidates = catalog.functions[name] else {
            let close = closest(name.description, catalog.functions.keys.map(\.description))
            report("\(place): there is no function \(name)\(signature)\(close)", at: required.provenance)
            return
        }
        guard let function = candidates.first(where: { $0.argumentTypeNames == required.arguments }) else {
            let found = candidates.map { "(\($0.argumentTypeNames.joined(separator: ", ")))" }.joined(separator: ", ")
            report("\(place): \(name) takes \(found), but must take \(signature)", at: required.provenance)
            return
        }
        if function.resultColumns != required.columns {
            let found =
                function.resultColumns.isEmpty
                ? "no table" : "TABLE (\(function.resultColumns.joined(separator: ", ")))"
            report(
                "\(place): \(name) returns \(found), but must return TABLE (\(required.columns.joined(separator: ", ")))",
                at: required.provenance
            )
        }
        if function.isVolatile {
            report("\(place): \(name) is VOLATILE, but must be STABLE or IMMUTABLE", at: required.provenance)
        }
        checkRights(on: function, named: name, place, required.provenance)
    }
}
