import GraphQLExecution
import GraphQLPostgres
import PluginKit
import Postgres

/// Answers a `@resolve` field for all rows of a level at once: distinct keys, one call.
struct BatchResolving {
    let composition: Composition
    let principal: Principal

    func answer(_ request: FetchRequest) async throws -> RowBatch {
        guard let fetch = request.fetch.description as? ResolverFetch,
            let resolver = composition.resolvers["\(fetch.type).\(fetch.field)"]
        else { preconditionFailure("the composition has a resolver for every @resolve field") }
        guard let parent = request.parentBatch, let columns = request.fetch.parent?.keyColumns else {
            return PayloadBatch.values(try await resolver.resolve([[]], principal))
        }
        var distinct: [[PayloadCell]] = []
        var positions: [[PayloadCell]: Int] = [:]
        var positionOfRow: [Int] = []
        for row in 0..<parent.rowCount {
            let key = try zip(columns, fetch.columnTypes).map { column, type in
                try parent.payloadCell(row: row, column: column, typeOID: type)
            }
            if let known = positions[key] {
                positionOfRow.append(known)
            } else {
                positions[key] = distinct.count
                positionOfRow.append(distinct.count)
                distinct.append(key)
            }
        }
        let values = try await resolver.resolve(distinct, principal)
        precondition(values.count == distinct.count, "a batch resolver answers one value per key")
        return PayloadBatch.values(positionOfRow.map { values[$0] })
    }
}

extension RowBatch {
    /// A cell of a column of this type as a resolver sees it.
    fileprivate func payloadCell(row: Int, column: Int, typeOID: UInt32) throws(PostgresError) -> PayloadCell {
        let cell = cell(row: row, column: column)
        guard !cell.isNull else { return .null }
        let bytes = bytes[Int(cell.offset)..<Int(cell.offset) + Int(cell.count)]
        switch typeOID {
        case PostgresType.bool: return .boolean(try Bool(postgres: bytes, typeOID: typeOID))
        case PostgresType.int2, PostgresType.int4: return .integer(Int32(try Int(postgres: bytes, typeOID: typeOID)))
        case PostgresType.int8: return .key(try Int64(postgres: bytes, typeOID: typeOID))
        case PostgresType.float8: return .double(try Double(postgres: bytes, typeOID: typeOID))
        case PostgresType.textArray: return .texts(try [String](postgres: bytes, typeOID: typeOID))
        default: return .text(try String(postgres: bytes, typeOID: typeOID))
        }
    }
}
