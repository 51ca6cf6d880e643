/// What the rows of a fetch must be so that nothing in them makes a whole payload null (GraphQL §6.4.4).
///
/// A payload of which nothing comes undoes its command. A session that ends the command's transaction together with its last
/// read has the database see to it.
package struct RowNeeds: Hashable, Sendable {
    /// A cell of every row that must have a value.
    package struct Cell: Hashable, Sendable {
        package let column: Int
        /// As what the value is written; nil where any will do.
        package let encoding: LeafEncoding?

        package init(column: Int, encoding: LeafEncoding?) {
            self.column = column
            self.encoding = encoding
        }
    }

    /// A row for each row of the parent.
    package var hasRow: Bool
    /// Lists that may not be too long.
    package var isWhole: Bool
    package var cells: [Cell]

    package init(hasRow: Bool = false, isWhole: Bool = false, cells: [Cell] = []) {
        self.hasRow = hasRow
        self.isWhole = isWhole
        self.cells = cells
    }

    /// Whatever they are, the payload stands.
    package var isEmpty: Bool { !hasRow && !isWhole && cells.isEmpty }

    /// Whether rows that are at hand are so.
    package func areMet(by batch: RowBatch) -> Bool {
        guard !isWhole || batch.shortage == nil, !hasRow || batch.rowCount > 0 else { return false }
        return (0..<batch.rowCount).allSatisfy { row in cells.allSatisfy { $0.isMet(by: batch, row: row) } }
    }
}

extension RowNeeds.Cell {
    fileprivate func isMet(by batch: RowBatch, row: Int) -> Bool {
        let cell = batch.cell(row: row, column: column)
        guard !cell.isNull else { return false }
        guard let encoding else { return true }
        let coding = LeafCoding(encoding)
        // Commands answer lists of texts and of keys, every item of which can be written.
        guard coding.items == .single else { return true }
        var json = JSONWriter()
        return batch.withBytes(of: cell) { json.append(coding.kind, $0) == .written }
    }
}

/// What all rows must be that a mutation field's payload is written from.
package struct PayloadNeeds: Sendable {
    private var byFetch: [Int: RowNeeds] = [:]

    /// What the rows of a fetch must be.
    package subscript(fetch: Int) -> RowNeeds { byFetch[fetch] ?? RowNeeds() }

    /// The needs of a root field; nil where no look at single rows tells whether its value stands.
    init?(_ field: OutputField) {
        guard require(field.shape, of: nil, mayBeNull: !field.isNonNull) else { return nil }
    }

    /// Requires a value where a null, or an error, would take the payload with it; false where that cannot be told.
    ///
    /// `mayBeNull`: nothing but an error would; only of the root field itself.
    private mutating func require(_ shape: Shape, of fetch: Int?, mayBeNull: Bool) -> Bool {
        switch shape {
        case .constant: return true
        case .leaf(let column, let encoding):
            return !mayBeNull && require(column, encoding, of: fetch)
        case .nodeID(_, let key, _):
            return !mayBeNull && require(key, nil, of: fetch)
        case .object(let object, let presence):
            guard object.refusal == nil else { return false }
            if let presence {
                // Its fields would be missing with it.
                guard !mayBeNull, require(presence, nil, of: fetch) else { return false }
            }
            return object.fields.allSatisfy { !$0.isNonNull || require($0.shape, of: fetch, mayBeNull: false) }
        case .row(let fetch, let shape):
            if !mayBeNull { byFetch[fetch, default: RowNeeds()].hasRow = true }
            return require(shape, of: fetch, mayBeNull: mayBeNull)
        case .rows(let fetch, let element, let elementIsNonNull):
            byFetch[fetch, default: RowNeeds()].isWhole = true
            return !elementIsNonNull || require(element, of: fetch, mayBeNull: false)
        case .present(let column, let shape):
            guard mayBeNull || require(column, nil, of: fetch) else { return false }
            return require(shape, of: fetch, mayBeNull: mayBeNull)
        case .connection, .variant, .found, .introspection, .refused, .given: return false
        }
    }

    private mutating func require(_ column: Int, _ encoding: LeafEncoding?, of fetch: Int?) -> Bool {
        guard let fetch else { return false }
        let cell = RowNeeds.Cell(column: column, encoding: encoding)
        if !self[fetch].cells.contains(cell) { byFetch[fetch, default: RowNeeds()].cells.append(cell) }
        return true
    }
}
