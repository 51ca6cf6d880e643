package import GraphQLExecution
import GraphQLLanguage

extension Plan {
    /// The plan without its SQL: its fetches, and where each field of the response comes from.
    package var outline: String { PlanOutline(self).text }

    /// Levels that read SQL, each one round trip at most.
    package var roundTripLimit: Int {
        Set(fetches.filter { $0.description is SQLFetch }.map(\.level)).count
    }
}

/// Writes a plan as an indented text, a line per fetch and per field.
private struct PlanOutline {
    private(set) var text: String
    private let fetches: [Fetch]

    init(_ plan: Plan) {
        fetches = plan.fetches
        let trips = plan.roundTripLimit
        text = "\(plan.kind.rawValue): \(Self.count(fetches.count, "fetch", "fetches")), "
        text += "\(Self.count(trips, "round trip", "round trips")) of SQL at most\n\n"
        for fetch in fetches { text += "\(fetch.head): \(Self.summary(of: fetch.description))\n" }
        if !fetches.isEmpty { text += "\n" }
        add(plan.root, depth: 0)
    }

    private static func count(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }

    private static func summary(of description: any FetchDescription) -> String {
        (description as? SQLFetch)?.summary ?? Plan.text(of: description)
    }

    private mutating func line(_ depth: Int, _ key: String, _ what: String) {
        text += String(repeating: "  ", count: depth) + "\(key): \(what)\n"
    }

    private mutating func add(_ object: ObjectShape, depth: Int) {
        if let refusal = object.refusal { return line(depth, object.typename, "refused, \(refusal.message)") }
        for field in object.fields { add(field.shape, field.responseKey, depth: depth, prefix: "") }
    }

    /// A field's shape; `prefix` is what was said of it so far.
    private mutating func add(_ shape: Shape, _ key: String, depth: Int, prefix: String) {
        switch shape {
        case .leaf(let column, _): line(depth, key, "\(prefix)column \(column)")
        case .object(let object, let presence):
            let place = presence.map { "in the same row, if column \($0) is there" } ?? "in the row"
            line(depth, key, "\(prefix)\(object.typename) \(place)")
            add(object, depth: depth + 1)
        case .variant(let typename, let objects):
            line(depth, key, "\(prefix)by the type in column \(typename)")
            for (name, shape) in objects.sorted(by: { $0.key < $1.key }) {
                add(shape, name, depth: depth + 1, prefix: "")
            }
        case .nodeID(let typename, let column, _):
            line(depth, key, "\(prefix)global id of \(typename), column \(column)")
        case .rows(let fetch, let element, _):
            add(element, key, depth: depth, prefix: "\(prefix)rows of fetch \(fetch), ")
        case .row(let fetch, let shape): add(shape, key, depth: depth, prefix: "\(prefix)row of fetch \(fetch), ")
        case .found(let list, let column, let fetch, let element):
            let found = "rows of fetch \(list), each the row of fetch \(fetch) for column \(column), "
            add(element, key, depth: depth, prefix: prefix + found)
        case .connection(let connection): add(connection, key, depth: depth, prefix: prefix)
        case .constant: line(depth, key, "\(prefix)known when planning")
        case .introspection: line(depth, key, "\(prefix)the schema")
        case .refused(let error): line(depth, key, "\(prefix)refused, \(error.message)")
        case .present(let column, let shape):
            add(shape, key, depth: depth, prefix: "\(prefix)if column \(column) is there, ")
        case .given(let column, let shape):
            add(shape, key, depth: depth, prefix: "\(prefix)as column \(column) gives it, or ")
        }
    }

    private mutating func add(_ connection: ConnectionShape, _ key: String, depth: Int, prefix: String) {
        line(depth, key, prefix + (connection.fetch.map { "connection of fetch \($0)" } ?? "connection without rows"))
        for part in connection.parts {
            switch part.content {
            case .edges(let edges):
                line(depth + 1, part.responseKey, "an edge per row")
                for edge in edges {
                    switch edge.content {
                    case .cursor:
                        let columns = connection.cursorColumns.map(String.init).joined(separator: ", ")
                        line(depth + 2, edge.responseKey, "of columns \(columns)")
                    case .node(let node): add(node, edge.responseKey, depth: depth + 2, prefix: "")
                    case .constant: line(depth + 2, edge.responseKey, "known when planning")
                    }
                }
            case .nodes(let node): add(node, part.responseKey, depth: depth + 1, prefix: "a node per row, ")
            case .pageInfo: line(depth + 1, part.responseKey, "of the page")
            case .totalCount(let fetch, let column):
                let place = column.map { ", column \($0)" } ?? ""
                line(depth + 1, part.responseKey, "count of fetch \(fetch)\(place)")
            case .field(let field): add(field.shape, part.responseKey, depth: depth + 1, prefix: "")
            case .constant: line(depth + 1, part.responseKey, "known when planning")
            }
        }
    }
}

extension Fetch {
    /// `fetch 1, level 1, keys 0[3]`.
    var head: String {
        var head = "fetch \(id), " + (level < 0 ? "from the variables" : "level \(level)")
        if let parent {
            let columns = parent.keyColumns.map(String.init).joined(separator: ", ")
            head += columns.isEmpty ? ", below \(parent.fetch)" : ", keys \(parent.fetch)[\(columns)]"
            if let variant = parent.variant { head += " of \(String(decoding: variant.typename, as: UTF8.self))" }
        }
        return head
    }
}

extension SQLFetch {
    /// `rows of app.event, joined: app.staff`.
    fileprivate var summary: String {
        let source = template.function.map { "\($0)()" } ?? "\(template.select.table.relation)"
        let what =
            switch template.output {
            case .rows: "rows"
            case .count: "count"
            case .groups: "groups"
            }
        let joins = template.select.joins.map { "\($0.table.relation)" }
        return "\(what) of \(source)" + (joins.isEmpty ? "" : ", joined: \(joins.joined(separator: ", "))")
    }
}
