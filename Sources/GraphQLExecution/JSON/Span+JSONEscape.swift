extension Span<UInt8> {
    /// The position of the first byte that cannot stand in a JSON string by itself, the end if there is none.
    ///
    /// That is a quote, a backslash or a control character (RFC 8259 §7).
    func firstJSONEscape(from start: Int) -> Int {
        var index = start
        // Eight bytes at a time.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let raw = bytes
        while index + 8 <= count {
            // Any bits make a UInt64, and the loop's condition keeps the load inside the span.
            let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            let quotes = word ^ (ones &* 0x22)
            let backslashes = word ^ (ones &* 0x5C)
            // A high bit is set where a byte is below 0x20 or equal to one of the two.
            let hits =
                ((word &- ones &* 0x20) & ~word) | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
            if hits & highs != 0 { break }
            index += 8
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
            index += 1
        }
        return index
    }
}
