import GraphQLExecution
import GraphQLLanguage

/// The type's name and the key of each id that a request brings; NULL for an id that leads nowhere.
final class NodeFetch: LocalFetch {
    struct NodeType: Sendable {
        let typename: String
        let key: ColumnType
    }

    static let typeColumn = 0
    static let keyColumn = 1
    /// Ids that one field takes.
    private static let limit = 200

    let types: [NodeType]
    private let ids: ArgumentExpression
    private let isList: Bool

    init(ids: ArgumentExpression, isList: Bool, types: [NodeType]) {
        self.ids = ids
        self.isList = isList
        self.types = types
    }

    /// Reads nothing itself; whichever type an id names, each may be read for each.
    var rowBound: RowBound { RowBound(isList ? .items(ids) : .fixed(1), rowCost: 0) }

    func rows(_ variables: CoercedVariables) throws(GraphQLError) -> RowBatch {
        let value = ids.value(variables)
        var texts: [JSONValue] = []
        if isList, case .array(let items) = value { texts = items } else if let value { texts = [value] }
        guard texts.count <= Self.limit else {
            throw GraphQLError(
                "编号数量超限：\(texts.count) 个，允许 \(Self.limit) 个",
                code: "PAGE_SIZE",
                extensions: [
                    JSONValue.Member("found", .integer(texts.count)), JSONValue.Member("limit", .integer(Self.limit)),
                ]
            )
        }
        var bytes: [UInt8] = []
        var cells: [RowBatch.Cell] = []
        for text in texts {
            guard let (typename, key) = key(of: text) else {
                cells += [.null, .null]
                continue
            }
            for part in [Array(typename.utf8), key] {
                cells.append(RowBatch.Cell(offset: Int32(bytes.count), count: Int32(part.count)))
                bytes += part
            }
        }
        return RowBatch(columnCount: 2, rowCount: texts.count, bytes: bytes, cells: cells)
    }

    private func key(of value: JSONValue) -> (typename: String, key: [UInt8])? {
        guard case .string(let text) = value, let id = NodeID.decode(text),
            let type = types.first(where: { $0.typename == id.typename }),
            let key = type.key.encode(.string(id.key)), isCanonical(id.key, type.key)
        else { return nil }
        return (type.typename, key)
    }

    /// One row has one id: `+7` and `07` are none.
    private func isCanonical(_ key: String, _ type: ColumnType) -> Bool {
        switch type {
        case .int2, .int4, .int8: Int64(key).map { String($0) == key } ?? false
        case .uuid: key == key.lowercased()
        default: true
        }
    }
}
