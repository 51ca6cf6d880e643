import GraphQLLanguage

extension Source {
    /// Finds the lines and columns of byte offsets, in their order.
    ///
    /// Cost: one pass over the bytes for any number of them.
    func locations(at offsets: [Int]) -> [SourceLocation] {
        guard offsets.count > 1 else { return offsets.map { location(at: $0) } }
        let order = offsets.indices.sorted { offsets[$0] < offsets[$1] }
        var found = Array(repeating: SourceLocation(line: 1, column: 1), count: offsets.count)
        var line = 1
        var column = 1
        var index = 0
        for position in order {
            let end = min(offsets[position], bytes.count)
            while index < end {
                let byte = bytes[index]
                let isCarriageReturnOfPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                if byte == 0x0A || (byte == 0x0D && !isCarriageReturnOfPair) {
                    line += 1
                    column = 1
                } else if byte & 0xC0 != 0x80, byte != 0x0D {
                    column += 1
                }
                index += 1
            }
            found[position] = SourceLocation(line: line, column: column)
        }
        return found
    }
}
