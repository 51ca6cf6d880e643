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

    /// The offset of the brace that opens a field's selection set; for errors only.
    func selectionSetOffset(of field: Field) -> Int {
        var index = field.offset
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{") where depth == 0: return index
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "#"): index = endOfComment(at: index)
            case UInt8(ascii: "\""): index = endOfString(at: index)
            default: break
            }
            index += 1
        }
        return field.offset
    }

    private func endOfComment(at start: Int) -> Int {
        var index = start
        while index + 1 < bytes.count, bytes[index + 1] != 0x0A, bytes[index + 1] != 0x0D { index += 1 }
        return index
    }

    private func endOfString(at start: Int) -> Int {
        let quote = UInt8(ascii: "\"")
        let isBlock = start + 2 < bytes.count && bytes[start + 1] == quote && bytes[start + 2] == quote
        var index = start + (isBlock ? 3 : 1)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                // In a block string only \""" is an escape.
                index += isBlock && !hasThreeQuotes(at: index + 1) ? 1 : (isBlock ? 4 : 2)
            } else if bytes[index] == quote, !isBlock {
                return index
            } else if isBlock, hasThreeQuotes(at: index) {
                return index + 2
            } else {
                index += 1
            }
        }
        return bytes.count
    }

    private func hasThreeQuotes(at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index...(index + 2)].allSatisfy { $0 == UInt8(ascii: "\"") }
    }
}
