extension Array<UInt8> {
    /// Appends an integer in network byte order.
    @inlinable
    package mutating func appendBigEndian<Integer: FixedWidthInteger>(_ value: Integer) {
        var shift = Integer.bitWidth
        while shift > 0 {
            shift -= 8
            append(UInt8(truncatingIfNeeded: value >> Integer(truncatingIfNeeded: shift)))
        }
    }
}

extension FixedWidthInteger {
    /// Reads an integer in network byte order; nil when the count of bytes is not the integer's width.
    @inlinable
    package init?(bigEndianBytes bytes: ArraySlice<UInt8>) {
        guard bytes.count == Self.bitWidth / 8 else { return nil }
        self = 0
        for byte in bytes { self = (self << 8) | Self(truncatingIfNeeded: byte) }
    }
}
