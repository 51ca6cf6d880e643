package import GraphQLLanguage

extension ResponseWriter {
    /// Writes a cell's value.
    mutating func write(_ coding: LeafCoding, _ batch: RowBatch, _ cell: RowBatch.Cell) -> Outcome {
        guard !cell.isNull else { return writeAbsence(batch, cell) }
        guard coding.items == .single else { return writeArray(coding, batch, cell) }
        return settle(batch.withBytes(of: cell) { json.append(coding.kind, $0) }, coding.kind)
    }

    private mutating func settle(_ outcome: JSONWriter.LeafOutcome, _ kind: LeafCoding.Kind) -> Outcome {
        switch outcome {
        case .written: return .value
        case .notFinite:
            let type = kind == .date || kind == .timestamp ? "Date" : "Float"
            fail(GraphQLError("\(type) cannot represent a value that is not finite", code: "INTERNAL_SERVER_ERROR"))
            return .failed
        case .outOfRange:
            fail(.intOutOfRange)
            return .failed
        case .malformed: return failInternally("a cell is not a \(kind)")
        }
    }

    /// Writes a one-dimensional array (PostgreSQL, array_send): dimensions, flags, element type, length, lower bound,
    /// then each element with its byte count.
    private mutating func writeArray(_ coding: LeafCoding, _ batch: RowBatch, _ cell: RowBatch.Cell) -> Outcome {
        let layout = batch.withBytes(of: cell) { ArrayLayout($0) }
        guard let layout else { return failInternally("a cell is not a one-dimensional array") }
        var offset = layout.firstElement
        let end = Int(cell.count)
        return writeList(0..<layout.count, isNonNull: coding.items == .nonNull) { writer, _ in
            guard offset + 4 <= end else { return writer.failInternally("an array is cut off") }
            let count = batch.withBytes(of: cell) { Int($0.int32(at: offset)) }
            offset += 4
            guard count >= 0 else { return .null }
            guard offset + count <= end else { return writer.failInternally("an array is cut off") }
            let item = RowBatch.Cell(offset: cell.offset + Int32(offset), count: Int32(count))
            offset += count
            return writer.settle(batch.withBytes(of: item) { writer.json.append(coding.kind, $0) }, coding.kind)
        }
    }
}

extension GraphQLError {
    /// What stands in the place of a number that is none of `Int`'s.
    package static let intOutOfRange = GraphQLError(
        "Int cannot represent non 32-bit signed integer value",
        code: "VALUE_OUT_OF_RANGE"
    )
}

/// The header of a binary array.
private struct ArrayLayout {
    let count: Int
    /// Where the first element's byte count stands.
    let firstElement: Int

    init?(_ bytes: Span<UInt8>) {
        guard bytes.count >= 12 else { return nil }
        switch bytes.int32(at: 0) {
        case 0:
            count = 0
            firstElement = 12
        case 1:
            guard bytes.count >= 20, bytes.int32(at: 12) >= 0 else { return nil }
            count = Int(bytes.int32(at: 12))
            firstElement = 20
        default: return nil
        }
    }
}
