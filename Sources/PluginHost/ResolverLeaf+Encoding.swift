import GraphQLPostgres
import PluginKit
import Postgres

extension ResolverLeaf {
    /// Why a value is not a leaf's.
    enum Refusal: Error {
        /// The resolver's own word, for the client.
        case failure(DomainError)
        /// For the log.
        case fault(String)
    }

    /// Appends a value in PostgreSQL's binary format.
    func append(_ value: ResolverValue, to bytes: inout [UInt8]) throws(Refusal) {
        guard isList else { return try appendItem(value, to: &bytes) }
        guard case .list(let items) = value else { throw mismatch(value) }
        // PostgreSQL, array_send: dimensions, flags, element type (which nobody reads), count, lower bound.
        Int32(items.isEmpty ? 0 : 1).encode(into: &bytes)
        Int32(1).encode(into: &bytes)
        Int32(0).encode(into: &bytes)
        guard !items.isEmpty else { return }
        Int32(items.count).encode(into: &bytes)
        Int32(1).encode(into: &bytes)
        for item in items {
            let start = bytes.count
            guard item != .null else {
                Int32(-1).encode(into: &bytes)
                continue
            }
            Int32(0).encode(into: &bytes)
            try appendItem(item, to: &bytes)
            let count = UInt32(bytes.count - start - 4)
            for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: count >> UInt32(24 - 8 * index)) }
        }
    }

    private func appendItem(_ value: ResolverValue, to bytes: inout [UInt8]) throws(Refusal) {
        switch (kind, value) {
        case (_, .failure(let error)): throw .failure(error)
        case (.id, .key(let key)): bytes += String(key).utf8
        case (.id, .integer(let number)): bytes += String(number).utf8
        case (.id, .text(let text)), (.string, .text(let text)): bytes += text.utf8
        case (.int, .integer(let number)):
            guard let number = Int32(exactly: number) else { throw .fault("Int cannot represent a non 32-bit integer") }
            number.encode(into: &bytes)
        case (.float, .double(let number)): number.encode(into: &bytes)
        case (.float, .integer(let number)): Double(number).encode(into: &bytes)
        case (.boolean, .boolean(let flag)): flag.encode(into: &bytes)
        case (.date, .date(let date)): date.encode(into: &bytes)
        case (.dateTime, .timestamp(let instant)): instant.encode(into: &bytes)
        case (.enumeration(let names), .text(let name)):
            guard names.contains(name) else {
                throw .fault("the resolver answered a text that is no value of \(typename)")
            }
            bytes += name.utf8
        default: throw mismatch(value)
        }
    }

    private func mismatch(_ value: ResolverValue) -> Refusal {
        .fault("the resolver answered \(value.kind) for \(typename)")
    }
}
