import GraphQLLanguage

extension JSONReader {
    /// Reads a number (RFC 8259 §6).
    mutating func number() throws(Failure) -> JSONValue {
        let start = index
        var scan = DecimalScan()
        if next == UInt8(ascii: "-") {
            scan.isNegative = true
            index += 1
        }
        if next == UInt8(ascii: "0") { index += 1 } else { try digits(into: &scan) }
        if next != UInt8(ascii: "."), next != UInt8(ascii: "e"), next != UInt8(ascii: "E") {
            return integer(scan, from: start)
        }
        if next == UInt8(ascii: ".") {
            index += 1
            let point = index
            try digits(into: &scan)
            scan.exponent = point - index
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") { try exponent(into: &scan) }
        guard let double = scan.double ?? Double(text(from: start)), double.isFinite else {
            throw Failure(message: "The number is out of range", offset: start)
        }
        // Beyond 2^53 a double no longer says which integer was meant.
        if double.magnitude < 9_007_199_254_740_992, double.rounded() == double { return .integer(Int(double)) }
        return .double(double)
    }

    private func integer(_ scan: DecimalScan, from start: Int) -> JSONValue {
        if scan.isExact { return .integer(scan.isNegative ? -Int(scan.mantissa) : Int(scan.mantissa)) }
        let text = text(from: start)
        return Int(text).map(JSONValue.integer) ?? .bigInteger(text)
    }

    private func text(from start: Int) -> String { String(decoding: bytes[start..<index], as: UTF8.self) }

    private mutating func digits(into scan: inout DecimalScan) throws(Failure) {
        guard let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
            throw unexpected(expecting: "a digit")
        }
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            scan.add(byte - UInt8(ascii: "0"))
            index += 1
        }
    }

    private mutating func exponent(into scan: inout DecimalScan) throws(Failure) {
        index += 1
        var power = DecimalScan()
        if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
            power.isNegative = next == UInt8(ascii: "-")
            index += 1
        }
        try digits(into: &power)
        guard power.isExact, power.mantissa < 1000 else {
            scan.isExact = false
            return
        }
        scan.exponent += power.isNegative ? -Int(power.mantissa) : Int(power.mantissa)
    }
}

/// A decimal number as its digits are read: exact while they fit.
private struct DecimalScan {
    var isNegative = false
    /// The digits without sign and point.
    private(set) var mantissa: UInt64 = 0
    /// The power of ten that the mantissa is multiplied with.
    var exponent = 0
    /// Whether mantissa and exponent say the whole number.
    var isExact = true

    mutating func add(_ digit: UInt8) {
        // Eighteen digits fit into any 64-bit integer.
        guard mantissa < 100_000_000_000_000_000 else {
            isExact = false
            return
        }
        mantissa = mantissa * 10 + UInt64(digit)
    }

    /// The nearest double where a single rounding finds it, nil elsewhere.
    ///
    /// Mantissa and power of ten are doubles without loss; their product or quotient rounds once.
    var double: Double? {
        guard isExact, mantissa <= 9_007_199_254_740_992, Self.powers.indices.contains(abs(exponent)) else {
            return nil
        }
        let power = Self.powers[abs(exponent)]
        let magnitude = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
        return isNegative ? -magnitude : magnitude
    }

    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
