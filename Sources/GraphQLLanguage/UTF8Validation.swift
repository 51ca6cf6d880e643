extension Source {
    /// The offset of the first byte that is not part of well-formed UTF-8 (Unicode 16, table 3-7), nil if there is none.
    var firstInvalidOffset: Int? {
        // All ASCII is the common case, and this loop is vectorised.
        var seen: UInt8 = 0
        for byte in bytes { seen |= byte }
        if seen < 0x80 { return nil }

        var index = 0
        while index < bytes.count {
            index = endOfASCII(from: index)
            if index == bytes.count { break }
            let length = wellFormedLength(at: index)
            if length == 0 { return index }
            index += length
        }
        return nil
    }

    /// The surrogate code point whose generalised UTF-8 starts here, nil for any other byte.
    func surrogate(at index: Int) -> UInt32? {
        guard bytes[index] == 0xED, isByte(at: index + 1, in: 0xA0...0xBF), isContinuation(index + 2) else {
            return nil
        }
        return 0xD000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    }

    /// The end of a run of ASCII, eight bytes at a time while there are as many; it may end before the run does.
    private func endOfASCII(from start: Int) -> Int {
        let raw = bytes.span.bytes
        var index = start
        while index + 8 <= raw.byteCount {
            // Any bits make a UInt64, and the loop's condition keeps the load inside the span.
            let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard word & 0x8080_8080_8080_8080 == 0 else { break }
            index += 8
        }
        return index
    }

    /// The length of the well-formed sequence that starts here, 0 if it is ill-formed.
    private func wellFormedLength(at index: Int) -> Int {
        let first = bytes[index]
        switch first {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return isContinuation(index + 1) ? 2 : 0
        case 0xE0: return isByte(at: index + 1, in: 0xA0...0xBF) && isContinuation(index + 2) ? 3 : 0
        // D800–DFFF are surrogates, no scalar values.
        case 0xED: return isByte(at: index + 1, in: 0x80...0x9F) && isContinuation(index + 2) ? 3 : 0
        case 0xE1...0xEF: return isContinuation(index + 1) && isContinuation(index + 2) ? 3 : 0
        case 0xF0: return isByte(at: index + 1, in: 0x90...0xBF) && areContinuations(index + 2, index + 3) ? 4 : 0
        case 0xF1...0xF3: return isContinuation(index + 1) && areContinuations(index + 2, index + 3) ? 4 : 0
        case 0xF4: return isByte(at: index + 1, in: 0x80...0x8F) && areContinuations(index + 2, index + 3) ? 4 : 0
        default: return 0
        }
    }

    private func isByte(at index: Int, in range: ClosedRange<UInt8>) -> Bool {
        index < bytes.count && range.contains(bytes[index])
    }

    private func isContinuation(_ index: Int) -> Bool { isByte(at: index, in: 0x80...0xBF) }

    private func areContinuations(_ first: Int, _ second: Int) -> Bool {
        isContinuation(first) && isContinuation(second)
    }
}
