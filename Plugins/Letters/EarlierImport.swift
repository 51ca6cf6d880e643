import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// A batch as it was imported before, compared with the file that comes under its number now: by names of fields and item
/// numbers, never by a value.
struct EarlierImport {
    let batch: Int64
    private let context: WriteContext
    private let fileHash: [UInt8]
    private let fromOrg: String
    private let source: String
    private let receivedOn: CalendarDate
    private let declaredCount: Int
    private let itemCount: Int
    /// Keyed hashes of the rows that were not met yet; nil for batches that were imported before rows were kept.
    private var rows: [Int32: [UInt8]]?
    private var changed: [(item: Int32, columns: [String])] = []
    private var added: [Int32] = []
    private var comparedCount = 0
    /// Sealed items, which nobody compares with a guess but who imported them.
    private var sealedItems: Set<Int32> = []

    /// Nil when there was none.
    init?(of description: TransferBatchDescription, in context: WriteContext) async throws {
        let row = try await context.transaction.queryOne(
            """
            SELECT b.id, b.created_by, b.file_hash, b.from_org, b.source, b.received_on, b.declared_count,
                (SELECT count(*) FROM letters.letter l WHERE l.transfer_batch_id = b.id) AS items
            FROM letters.transfer_batch b WHERE b.batch_no = \(description.batchNo) AND b.court_code = \(description.court.text)
            """
        )
        guard let row else { return nil }
        self.context = context
        batch = try row.decode("id")
        fileHash = try row.decode("file_hash")
        fromOrg = try row.decode("from_org")
        source = try row.decode("source")
        receivedOn = try row.decode("received_on")
        declaredCount = Int(try row.decode("declared_count", as: Int32.self))
        itemCount = Int(try row.decode("items", as: Int64.self))
        let importer = try row.decode("created_by", as: Int64?.self)
        let isImporter = importer != nil && importer == context.principal.staffID
        let known = try await context.transaction.query(
            """
            SELECT r.item_no, r.column_hashes, coalesce(l.sealed, false) AS sealed FROM letters.transfer_batch_row r
            LEFT JOIN letters.letter l ON l.transfer_batch_id = r.batch_id AND l.item_no = r.item_no
            WHERE r.batch_id = \(batch)
            """
        )
        if !known.isEmpty {
            var rows: [Int32: [UInt8]] = [:]
            for row in known {
                let item = try row.decode("item_no", as: Int32.self)
                rows[item] = try row.decode("column_hashes", as: [UInt8].self)
                if !isImporter, try row.decode("sealed", as: Bool.self) { sealedItems.insert(item) }
            }
            self.rows = rows
        }
    }

    /// Compares an item of the new file.
    mutating func compare(_ item: TransferBatchFile.Item) throws {
        comparedCount += 1
        guard rows != nil, let number = item.letter.itemNo.map(Int32.init) else { return }
        guard let before = rows?.removeValue(forKey: number) else {
            added.append(number)
            return
        }
        guard !sealedItems.contains(number) else { return }
        let columns = BatchRowHashes.columns(differingIn: try BatchRowHashes.of(item.values, in: context), from: before)
        if !columns.isEmpty { changed.append((number, columns)) }
    }

    /// Throws BATCH_EXISTS with what differs, unless the content is the same.
    func requireSame(_ description: TransferBatchDescription, hash: [UInt8]) throws(DomainError) {
        var differences: [String] = []
        if description.fromOrg != fromOrg { differences.append("fromOrg（转办单位）") }
        if description.source.rawValue != source {
            differences.append("source（\(source)→\(description.source.rawValue)）")
        }
        if description.receivedOn != receivedOn {
            differences.append("receivedOn（\(receivedOn.iso)→\(description.receivedOn.iso)）")
        }
        if description.declaredCount != declaredCount {
            differences.append("declaredCount（\(declaredCount)→\(description.declaredCount)）")
        }
        if hash != fileHash {
            if let rows {
                differences += changed.map { "第\($0.item)件：\($0.columns.joined(separator: "、"))" }
                differences += added.sorted().map { "第\($0)件：原批次没有" }
                differences += rows.keys.sorted().map { "第\($0)件：文件中没有" }
                // Said whether they differ or not: the answer tells nothing of them.
                if !sealedItems.isEmpty { differences.append("密封件不作比较") }
            } else {
                differences.append("csv（原\(itemCount)件，现\(comparedCount)件）")
            }
        }
        guard !differences.isEmpty else { return }
        let shown = differences.prefix(10).joined(separator: "；")
        let rest = differences.count > 10 ? "；等\(differences.count)处" : ""
        throw DomainError(
            .batchExists,
            "批次已导入，内容不同：\(shown)\(rest)",
            field: .input(["batchNo"]),
            details: [.init("differences", .list(differences.prefix(1_000).map { .string($0) }))]
        )
    }
}

/// A row's values as keyed hashes, eight bytes for each column of the header.
enum BatchRowHashes {
    private static let length = 8

    static func of(_ values: [String], in context: WriteContext) throws -> [UInt8] {
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        var hashes: [UInt8] = []
        for (column, value) in zip(TransferBatchFile.header, values) {
            hashes += try personalData.fingerprint(value, column: column)
        }
        return hashes
    }

    static func columns(differingIn hashes: [UInt8], from others: [UInt8]) -> [String] {
        TransferBatchFile.header.enumerated().compactMap { position, column in
            let start = position * length
            guard others.count >= start + length, hashes.count >= start + length else { return column }
            return hashes[start..<start + length] == others[start..<start + length] ? nil : column
        }
    }
}
