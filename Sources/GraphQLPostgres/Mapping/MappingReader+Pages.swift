import GraphQLLanguage
import GraphQLSchema

extension MappingReader {
    /// Reads how many rows a field with `@rows` or `@children` may answer.
    mutating func pageLimits(
        _ field: SchemaField,
        _ coordinate: String,
        _ directive: Directive,
        isConnection: Bool
    ) -> PageLimits {
        var limits = PageLimits()
        let place = "@\(directive.name.text)"
        func argument(_ name: String) -> Int? {
            guard let value = directive.argument(name)?.integer else { return nil }
            if value > 0 { return value }
            report("\(place)(\(name):) of \(coordinate) must be at least 1, not \(value)", at: field.provenance)
            return nil
        }
        func misplaced(_ name: String, _ needed: String) {
            guard directive.argument(name)?.integer != nil else { return }
            report("\(place)(\(name):) of \(coordinate) needs \(needed)", at: field.provenance)
        }
        if !isConnection {
            misplaced("pageSize", "a connection")
            misplaced("aggregateCost", "a connection")
        } else {
            misplaced("maxRows", "a list: a connection has pages")
        }
        let paged = field.arguments.filter { $0.name == "first" || $0.name == "last" }
        if paged.isEmpty { misplaced("maxPageSize", "an argument \"first\" or \"last\"") }
        if paged.count == 2, paged.allSatisfy({ $0.type.isNonNull && $0.defaultValue == nil }) {
            report("\(coordinate) requires \"first\" and \"last\", but takes only one of them", at: field.provenance)
        }
        limits.maxPageSize = argument("maxPageSize") ?? limits.maxPageSize
        limits.maxRows = argument("maxRows") ?? limits.maxRows
        limits.aggregateCost = argument("aggregateCost") ?? limits.aggregateCost
        limits.pageSize = argument("pageSize") ?? min(limits.pageSize, limits.maxPageSize)
        if limits.pageSize > limits.maxPageSize {
            report(
                "\(place)(pageSize:) of \(coordinate) is \(limits.pageSize), above its maxPageSize, \(limits.maxPageSize)",
                at: field.provenance
            )
        }
        return limits
    }
}

extension Value {
    /// An Int's value; nil for any other.
    var integer: Int? {
        if case .int(let text) = kind { Int(text) } else { nil }
    }
}
