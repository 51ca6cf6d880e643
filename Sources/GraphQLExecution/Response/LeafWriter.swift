extension JSONWriter {
    enum LeafOutcome {
        case written
        /// JSON has no number for it.
        case notFinite
        /// `Int` has fewer bits.
        case outOfRange
        /// The bytes are not of the coding they should be of.
        case malformed
    }

    /// Appends one cell's value.
    ///
    /// What is not `written` may have left a beginning behind.
    mutating func append(_ kind: LeafCoding.Kind, _ cell: Span<UInt8>) -> LeafOutcome {
        switch kind {
        case .text:
            append(string: cell)
            return .written
        case .json:
            guard cell.count > 0 else { return .malformed }
            // jsonb begins with its version, 1; json text cannot.
            append(json: cell[0] == 1 ? cell.extracting(1..<cell.count) : cell)
            return .written
        case .boolean:
            guard cell.count == 1 else { return .malformed }
            append(cell[0] != 0)
            return .written
        case .integer:
            guard let value = cell.integer else { return .malformed }
            append(value)
            return .written
        case .boundedInteger:
            guard let value = cell.integer else { return .malformed }
            guard Int32(exactly: value) != nil else { return .outOfRange }
            append(value)
            return .written
        case .integerText:
            guard let value = cell.integer else { return .malformed }
            append(ascii: "\"")
            append(value)
            append(ascii: "\"")
            return .written
        case .float8:
            guard cell.count == 8 else { return .malformed }
            let value = Double(bitPattern: UInt64(bitPattern: cell.int64(at: 0)))
            guard value.isFinite else { return .notFinite }
            append(value)
            return .written
        case .numeric: return append(numeric: cell)
        case .date:
            guard cell.count == 4 else { return .malformed }
            let days = cell.int32(at: 0)
            guard days != .max, days != .min else { return .notFinite }
            append(ascii: "\"")
            append(day: Int64(days))
            append(ascii: "\"")
            return .written
        case .timestamp: return append(timestamp: cell)
        case .uuid: return append(uuid: cell)
        }
    }

    /// Appends a `numeric`: base-10000 digits with a weight, a sign and a display scale (PostgreSQL, numeric_send).
    private mutating func append(numeric cell: Span<UInt8>) -> LeafOutcome {
        guard cell.count >= 8 else { return .malformed }
        let digitCount = Int(cell.int16(at: 0))
        let weight = Int(cell.int16(at: 2))
        let sign = UInt16(bitPattern: cell.int16(at: 4))
        let scale = Int(cell.int16(at: 6))
        guard sign == 0 || sign == 0x4000 else { return .notFinite }
        guard digitCount >= 0, scale >= 0, cell.count == 8 + 2 * digitCount else { return .malformed }
        /// The base-10000 digit that stands for 10000^(weight - position); zero outside those sent.
        func digit(_ position: Int) -> UInt64 {
            guard position >= 0, position < digitCount else { return 0 }
            return UInt64(UInt16(bitPattern: cell.int16(at: 8 + 2 * position)))
        }
        if sign == 0x4000 { append(ascii: "-") }
        if weight < 0 {
            append(ascii: "0")
        } else {
            append(digits: digit(0))
            var position = 1
            while position <= weight {
                append(digits: digit(position), width: 4)
                position += 1
            }
        }
        guard scale > 0 else { return .written }
        append(ascii: ".")
        var position = weight + 1
        var rest = scale
        while rest > 0 {
            var value = digit(position)
            for _ in 0..<max(0, 4 - rest) { value /= 10 }
            append(digits: value, width: min(4, rest))
            position += 1
            rest -= 4
        }
        return .written
    }

    /// Appends a date (ISO 8601, proleptic Gregorian calendar) from days since 2000-01-01.
    private mutating func append(day: Int64) {
        // Days since 0000-03-01, so that the leap day ends its year.
        let shifted = day + 730_425
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        if year < 0 { append(ascii: "-") } else if year > 9999 { append(ascii: "+") }
        append(digits: year.magnitude, width: 4)
        append(ascii: "-")
        append(digits: UInt64(month), width: 2)
        append(ascii: "-")
        append(digits: UInt64(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1), width: 2)
    }

    private mutating func append(timestamp cell: Span<UInt8>) -> LeafOutcome {
        guard cell.count == 8 else { return .malformed }
        let microseconds = cell.int64(at: 0)
        guard microseconds != .max, microseconds != .min else { return .notFinite }
        let perDay: Int64 = 86_400_000_000
        let day = microseconds / perDay - (microseconds % perDay < 0 ? 1 : 0)
        let ofDay = UInt64(microseconds - day * perDay)
        let seconds = ofDay / 1_000_000
        append(ascii: "\"")
        append(day: day)
        append(ascii: "T")
        append(digits: seconds / 3600, width: 2)
        append(ascii: ":")
        append(digits: seconds / 60 % 60, width: 2)
        append(ascii: ":")
        append(digits: seconds % 60, width: 2)
        if ofDay % 1_000_000 != 0 {
            append(ascii: ".")
            append(digits: ofDay % 1_000_000, width: 6)
        }
        append(json: "Z\"")
        return .written
    }

    private mutating func append(uuid cell: Span<UInt8>) -> LeafOutcome {
        guard cell.count == 16 else { return .malformed }
        append(ascii: "\"")
        for index in 0..<16 {
            if index == 4 || index == 6 || index == 8 || index == 10 { append(ascii: "-") }
            append(Self.hexDigit(cell[index] >> 4))
            append(Self.hexDigit(cell[index] & 15))
        }
        append(ascii: "\"")
        return .written
    }
}

extension Span<UInt8> {
    func int16(at offset: Int) -> Int16 { Int16(self[offset]) << 8 | Int16(self[offset + 1]) }

    func int32(at offset: Int) -> Int32 {
        var value: Int32 = 0
        for index in offset..<offset + 4 { value = value << 8 | Int32(self[index]) }
        return value
    }

    func int64(at offset: Int) -> Int64 {
        var value: Int64 = 0
        for index in offset..<offset + 8 { value = value << 8 | Int64(self[index]) }
        return value
    }

    /// A big-endian integer of two, four or eight bytes.
    var integer: Int64? {
        switch count {
        case 8: int64(at: 0)
        case 4: Int64(int32(at: 0))
        case 2: Int64(int16(at: 0))
        default: nil
        }
    }
}
