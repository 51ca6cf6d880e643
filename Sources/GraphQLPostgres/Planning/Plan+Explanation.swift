package import GraphQLExecution

extension Plan {
    /// The fetches as text: what each reads, from which keys, in which round trip; SQL as of a first page.
    package var explanation: String {
        fetches.map { "\($0.head): \(Self.text(of: $0.description))" }.joined(separator: "\n\n")
    }

    static func text(of description: any FetchDescription) -> String {
        switch description {
        case let fetch as SQLFetch: "sql\n\(fetch.sql)"
        case let fetch as CommandFetch: "command \(fetch.name) → \(fetch.payloadType)"
        case let fetch as PayloadListFetch: "payload list \(fetch.field) → [\(fetch.itemType)]"
        case let fetch as ResolverFetch:
            "resolver \(fetch.coordinate)(\(fetch.columns.joined(separator: ", ")))\(fetch.reads ? ", reads" : "")"
        case let fetch as ResolverListFetch: "list in \(fetch.position.coordinate)"
        case let fetch as NodeFetch: "node ids of \(fetch.types.map(\.typename).joined(separator: ", "))"
        default: "?"
        }
    }
}
