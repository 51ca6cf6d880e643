import GraphQLLanguage
import GraphQLSchema

/// Walks a plan's program depth-first over the fetched rows into one buffer (GraphQL §6.4.3), truncating it back to
/// the nearest nullable position where a null may not stand (§6.4.4).
struct ResponseWriter: ~Copyable {
    /// What became of one position.
    enum Outcome {
        case value
        /// Null, nothing written.
        case null
        /// An error is recorded and what was begun has to go.
        case failed
    }

    /// What every writer of one request shares.
    struct Context: Sendable {
        let plan: Plan
        let schema: Schema
        let variables: CoercedVariables
        let onInternalError: @Sendable (any Error) -> Void
    }

    var json: JSONWriter
    let program: ResponseProgram
    let rows: FetchedRows
    private let context: Context
    private var path = ResponsePath()
    private var errors: [GraphQLError] = []
    /// A cursor's bytes while it is made; its room is used again for the next.
    var cursorBytes: [UInt8] = []

    init(_ context: Context, rows: FetchedRows, capacity: Int = 1024) {
        self.context = context
        self.rows = rows
        program = context.plan.program
        json = JSONWriter(reservingCapacity: capacity)
    }

    /// The bytes written and the errors met.
    consuming func finish() -> (bytes: [UInt8], errors: [GraphQLError]) { (json.bytes, errors) }
}

/// Where a root field's value comes from.
enum RootValue: Sendable {
    /// To be written from the fetched rows.
    case planned
    /// JSON text written in a mutation's transaction, with the errors met there.
    case written([UInt8], [GraphQLError])
    /// Null with these errors, their paths and locations filled in.
    case failed([GraphQLError])
}

extension ResponseWriter {
    /// Writes `{"data":…}`; `values` has one for each root field.
    mutating func writeData(_ values: [RootValue]) {
        json.append(json: "{\"data\":")
        let mark = json.count
        json.append(ascii: "{")
        for (value, position) in zip(values, program.root.indices) {
            let field = program.fields[position]
            append(key: field.key, isFirst: position == program.root.indices.lowerBound)
            guard write(value, for: field) else {
                json.truncate(to: mark)
                json.append(json: "null}")
                return
            }
        }
        json.append(json: "}}")
    }

    private mutating func write(_ value: RootValue, for field: ResponseProgram.Field) -> Bool {
        switch value {
        case .planned: return write(field, RowBatch.none, 0)
        case .written(let bytes, let met):
            errors += met
            json.append(json: bytes)
        case .failed(let met):
            errors += met
            guard !field.isNonNull || !context.plan.propagatesErrors else { return false }
            json.append(json: "null")
        }
        return true
    }
}

extension ResponseWriter {
    /// Writes the value of a root field; false when nothing may stand there.
    mutating func writeRootValue(_ index: Int) -> Bool {
        write(program.fields[program.root.indices.lowerBound + index], RowBatch.none, 0)
    }

    /// Writes a field's value or the null in its place; false when the null has to propagate.
    private mutating func write(_ field: ResponseProgram.Field, _ batch: RowBatch, _ row: Int) -> Bool {
        if writeLeaf(field.node, batch, row) { return true }
        path.push(.field(field.name))
        let mark = json.count
        let outcome = write(field.node, batch, row)
        let stands = settle(outcome, isNonNull: field.isNonNull, from: mark)
        path.pop()
        return stands
    }

    /// Writes a leaf that has a value, as most have; its path is needed only for what is wrong with one.
    @inline(__always)
    private mutating func writeLeaf(_ node: Int32, _ batch: RowBatch, _ row: Int) -> Bool {
        guard case .leaf(let column, let coding) = program.nodes[Int(node)], coding.items == .single else {
            return false
        }
        let cell = batch.cell(row: row, column: Int(column))
        guard !cell.isNull else { return false }
        let mark = json.count
        let outcome = batch.withBytes(of: cell) { json.append(coding.kind, $0) }
        guard outcome != .written else { return true }
        json.truncate(to: mark)
        return false
    }

    /// Gives a position its null where it needs one.
    mutating func settle(_ outcome: Outcome, isNonNull: Bool, from mark: Int) -> Bool {
        switch outcome {
        case .value: return true
        case .null:
            if isNonNull {
                failNull()
                guard !context.plan.propagatesErrors else { return false }
            }
        case .failed:
            guard !isNonNull || !context.plan.propagatesErrors else { return false }
            json.truncate(to: mark)
        }
        json.append(json: "null")
        return true
    }

    mutating func write(_ node: Int32, _ batch: RowBatch, _ row: Int) -> Outcome {
        switch program.nodes[Int(node)] {
        case .leaf(let column, let coding): return write(coding, batch, batch.cell(row: row, column: Int(column)))
        case .object(let fields, let presence):
            if presence >= 0 {
                let cell = batch.cell(row: row, column: Int(presence))
                guard !cell.isNull else { return writeAbsence(batch, cell) }
            }
            return writeObject(fields, batch, row)
        case .variant(let typename, let cases): return writeVariant(typename, cases, batch, row)
        case .nodeID(let typename, let column, let coding):
            return writeNodeID(typename, coding.kind, batch, batch.cell(row: row, column: Int(column)))
        case .rows(let fetch, let element, let elementIsNonNull):
            return writeRows(Int(fetch), element, elementIsNonNull, row)
        case .row(let fetch, let node):
            let range = rows.range(of: Int(fetch), row: row)
            guard !range.isEmpty else { return writeAbsence(rows.batches[Int(fetch)], ofRowsBelow: row) }
            return write(node, rows.batches[Int(fetch)], range.lowerBound)
        case .found(let list, let key, let fetch, let element):
            return writeFound(Int(list), Int(key), Int(fetch), element, row)
        case .connection(let index): return write(program.connections[Int(index)], row)
        case .constant(let text):
            append(text)
            return .value
        case .introspection(let index):
            return writeIntrospection(program.introspections[Int(index)])
        case .refused(let index):
            fail(program.refusals[Int(index)])
            return .failed
        case .present(let column, let node):
            let cell = batch.cell(row: row, column: Int(column))
            guard !cell.isNull else { return writeAbsence(batch, cell) }
            return write(node, batch, row)
        case .given(let column, let node):
            let cell = batch.cell(row: row, column: Int(column))
            guard !cell.isNull else { return write(node, batch, row) }
            batch.withBytes(of: cell) { json.append(json: $0) }
            return .value
        }
    }

    /// What stands for a cell that has no value: null, or the error in its place.
    @inline(never)
    mutating func writeAbsence(_ batch: RowBatch, _ cell: RowBatch.Cell) -> Outcome {
        guard let error = batch.error(of: cell) else { return .null }
        fail(error)
        return .failed
    }

    /// What stands for a row that was not found: null, or the error that kept it away.
    @inline(never)
    private mutating func writeAbsence(_ batch: RowBatch, ofRowsBelow row: Int) -> Outcome {
        guard batch.isShort(of: row, found: 0) else { return .null }
        return failShort(batch)
    }

    /// Puts the error of rows that are not there in their place.
    @inline(never)
    mutating func failShort(_ batch: RowBatch) -> Outcome {
        if let shortage = batch.shortage { fail(shortage.error) }
        return .failed
    }

    private mutating func writeIntrospection(_ field: CollectedField) -> Outcome {
        var writer = IntrospectionWriter(schema: context.schema, variables: context.variables)
        guard field.hasRefusalWithin else { return writer.write(field, into: &json) ? .value : .null }
        let faults = IntrospectionFaults(path: materialisedPath)
        writer.faults = faults
        let isValue = writer.write(field, into: &json)
        errors += faults.errors
        if faults.isPropagating { return .failed }
        return isValue ? .value : .null
    }

    private mutating func writeObject(_ fields: ResponseProgram.Run, _ batch: RowBatch, _ row: Int) -> Outcome {
        json.append(ascii: "{")
        var isFirst = true
        for position in fields.indices {
            let field = program.fields[position]
            append(key: field.key, isFirst: isFirst)
            isFirst = false
            guard write(field, batch, row) else { return .failed }
        }
        json.append(ascii: "}")
        return .value
    }

    private mutating func writeVariant(
        _ column: Int32,
        _ cases: ResponseProgram.Run,
        _ batch: RowBatch,
        _ row: Int
    ) -> Outcome {
        let cell = batch.cell(row: row, column: Int(column))
        guard !cell.isNull else { return writeAbsence(batch, cell) }
        for position in cases.indices {
            let candidate = program.cases[position]
            if batch.holds(program.text, in: candidate.typename.indices, at: cell) {
                return write(candidate.node, batch, row)
            }
        }
        return failInternally("a row has a type that is not among the possible ones")
    }

    private mutating func writeRows(_ fetch: Int, _ element: Int32, _ isNonNull: Bool, _ row: Int) -> Outcome {
        let batch = rows.batches[fetch]
        let range = rows.range(of: fetch, row: row)
        guard !batch.isShort(of: row, found: range.count) else { return failShort(batch) }
        return writeList(range, isNonNull: isNonNull) { writer, row in
            writer.write(element, batch, row)
        }
    }

    private mutating func writeFound(_ list: Int, _ key: Int, _ fetch: Int, _ element: Int32, _ row: Int) -> Outcome {
        let keys = rows.batches[list]
        let found = rows.batches[fetch]
        var count: Int32 = 0
        json.append(ascii: "[")
        for position in rows.range(of: list, row: row) {
            let cell = keys.cell(row: position, column: key)
            let range = rows.range(of: fetch, row: position)
            if !cell.isNull, range.isEmpty { continue }
            if count > 0 { json.append(ascii: ",") }
            path.push(.index(count))
            count += 1
            let mark = json.count
            let outcome = cell.isNull ? writeAbsence(keys, cell) : write(element, found, range.lowerBound)
            let stands = settle(outcome, isNonNull: true, from: mark)
            path.pop()
            guard stands else { return .failed }
        }
        json.append(ascii: "]")
        return .value
    }

    /// Writes a list of one item per position, its index on the path while it is written.
    mutating func writeList(
        _ positions: Range<Int>,
        isNonNull: Bool,
        _ item: (inout ResponseWriter, Int) -> Outcome
    ) -> Outcome {
        json.append(ascii: "[")
        for position in positions {
            if position > positions.lowerBound { json.append(ascii: ",") }
            path.push(.index(Int32(position - positions.lowerBound)))
            let mark = json.count
            let outcome = item(&self, position)
            let stands = settle(outcome, isNonNull: isNonNull, from: mark)
            path.pop()
            guard stands else { return .failed }
        }
        json.append(ascii: "]")
        return .value
    }

    /// Writes a part of an object under its name.
    mutating func writePart(named name: Int32, _ value: (inout ResponseWriter) -> Outcome) -> Outcome {
        path.push(.field(name))
        let outcome = value(&self)
        // Relay's edges, nodes and page info are non-null all through.
        if outcome == .null { failNull() }
        path.pop()
        return outcome == .value ? .value : .failed
    }

    /// Appends a key; its comma is left out in front of an object's first.
    mutating func append(key: ResponseProgram.Run, isFirst: Bool) {
        let start = Int(key.start) + (isFirst ? 1 : 0)
        json.append(json: program.text, in: start..<key.indices.upperBound)
    }

    mutating func append(_ text: ResponseProgram.Run) {
        json.append(json: program.text, in: text.indices)
    }
}

extension ResponseWriter {
    /// Records an error, with path and locations where it has none.
    mutating func fail(_ error: GraphQLError) {
        var error = error
        if error.path.isEmpty { error.path = materialisedPath }
        if error.locations.isEmpty, let offsets = currentName?.offsets {
            error.locations = offsets.map { context.plan.source.location(at: $0) }
        }
        errors.append(error)
    }

    mutating func failNull() {
        let coordinate = currentName?.coordinate ?? ""
        fail(GraphQLError("Cannot return null for non-nullable field \(coordinate)."))
    }

    /// Records an error whose cause is ours: reported, not shown.
    mutating func failInternally(_ message: String) -> Outcome {
        context.onInternalError(UnreadableRow(coordinate: currentName?.coordinate ?? "", message: message))
        fail(.internalError)
        return .failed
    }

    private var currentName: ResponseProgram.FieldName? {
        for step in path.steps.reversed() {
            if case .field(let name) = step { return program.names[Int(name)] }
        }
        return nil
    }

    private var materialisedPath: [GraphQLError.PathSegment] {
        path.steps.map { step in
            switch step {
            case .field(let name): .field(program.names[Int(name)].responseKey)
            case .index(let index): .index(Int(index))
            }
        }
    }
}

/// A batch that is not what its plan says.
package struct UnreadableRow: Error, CustomStringConvertible {
    /// `Type.field`.
    package let coordinate: String
    package let message: String

    package var description: String { "\(coordinate): \(message)" }
}

extension RowBatch {
    /// The batch of a position that no row stands for.
    static let none = RowBatch(columnCount: 0, rowCount: 0, bytes: [], cells: [])
}
