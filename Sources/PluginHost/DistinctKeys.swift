import GraphQLExecution
import PluginKit
import Postgres

/// The distinct keys among rows of several batches, found by their bytes: no row is decoded that repeats another.
struct DistinctKeys {
    /// A row that had a key first.
    fileprivate struct Entry {
        let batch: RowBatch
        let row: Int
        let columns: [Int]
        let hash: UInt64
    }

    private var entries: [Entry] = []
    /// Positions in `entries` by hash, -1 where none stands; twice as many slots as entries at least.
    private var slots: [Int32] = Array(repeating: -1, count: 64)

    /// The number of distinct keys.
    var count: Int { entries.count }

    /// Adds the keys of a batch's rows, and answers the position of each row's key; -1 for a row of another variant.
    mutating func add(_ batch: RowBatch, of parent: Fetch.Parent) -> [Int32] {
        let columns = parent.keyColumns
        var positions: [Int32] = []
        positions.reserveCapacity(batch.rowCount)
        for row in 0..<batch.rowCount {
            if let variant = parent.variant, !batch.isVariant(variant, row: row) {
                positions.append(-1)
                continue
            }
            positions.append(
                position(of: Entry(batch: batch, row: row, columns: columns, hash: batch.hash(row, columns)))
            )
        }
        return positions
    }

    /// The keys' cells, read as columns of these types (object ids).
    func cells(_ types: [UInt32]) throws(PostgresError) -> [[PayloadCell]] {
        var keys: [[PayloadCell]] = []
        keys.reserveCapacity(entries.count)
        for entry in entries {
            var key: [PayloadCell] = []
            key.reserveCapacity(types.count)
            for (column, type) in zip(entry.columns, types) {
                key.append(try entry.batch.payloadCell(row: entry.row, column: column, typeOID: type))
            }
            keys.append(key)
        }
        return keys
    }

    private mutating func position(of entry: Entry) -> Int32 {
        var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let known = entries[Int(slots[slot])]
            if known.hash == entry.hash, known.hasKey(of: entry) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(entries.count)
        entries.append(entry)
        if entries.count * 2 > slots.count { grow() }
        return Int32(entries.count - 1)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (position, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(position)
        }
    }
}

extension DistinctKeys.Entry {
    fileprivate func hasKey(of other: Self) -> Bool {
        for (mine, others) in zip(columns, other.columns) {
            let here = batch.cell(row: row, column: mine)
            let there = other.batch.cell(row: other.row, column: others)
            guard here.count == there.count else { return false }
            guard !here.isNull else { continue }
            for index in 0..<Int(here.count)
            where batch.bytes[Int(here.offset) + index] != other.batch.bytes[Int(there.offset) + index] {
                return false
            }
        }
        return true
    }
}

extension RowBatch {
    /// FNV-1a over the cells' lengths and bytes, mixed so that its low bits are as good as its high ones.
    fileprivate func hash(_ row: Int, _ columns: [Int]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for column in columns {
            let cell = cell(row: row, column: column)
            hash = (hash ^ UInt64(truncatingIfNeeded: cell.count)) &* 0x100_0000_01b3
            guard !cell.isNull else { continue }
            for index in Int(cell.offset)..<Int(cell.offset) + Int(cell.count) {
                hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
            }
        }
        return hash ^ (hash >> 32)
    }

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
        case PostgresType.date: return .date(try .init(postgres: bytes, typeOID: typeOID))
        case PostgresType.timestamptz: return .timestamp(try .init(postgres: bytes, typeOID: typeOID))
        case PostgresType.textArray: return .texts(try [String](postgres: bytes, typeOID: typeOID))
        case PostgresType.int8Array: return .keys(try [Int64](postgres: bytes, typeOID: typeOID))
        case Self.uuid: return .text(Self.uuidText(bytes))
        default: return .text(try String(postgres: bytes, typeOID: typeOID))
        }
    }

    private static let uuid: UInt32 = 2950

    /// RFC 9562 §4.
    private static func uuidText(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        for (position, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(position) { text += "-" }
            let digits = String(byte, radix: 16)
            text += digits.count == 1 ? "0\(digits)" : digits
        }
        return text
    }
}
