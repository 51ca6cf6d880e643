import GraphQLLanguage

extension JSONReader.Failure {
    /// What is wrong and where: line and column in code points, and the byte's offset.
    package func sentence(in bytes: [UInt8]) -> String {
        let place = Source(bytes: bytes).location(at: offset)
        return "\(message) at line \(place.line), column \(place.column) (byte \(offset))"
    }
}

/// What stands where something else was expected.
///
/// A letter or digit is not repeated: it may be the beginning of a value that its writer forgot to quote.
extension JSONReader {
    func unexpected(expecting expected: String) -> Failure { failure("Unexpected \(found), expected \(expected)") }

    var unterminated: Failure { failure("Unterminated string, expected a closing double quote") }

    func controlCharacter(_ byte: UInt8) -> Failure {
        let escape =
            switch byte {
            case 0x09: "\\t"
            case 0x0A: "\\n"
            case 0x0D: "\\r"
            default: "\\u00" + Self.hexadecimal(byte)
            }
        return failure(
            "Unescaped control character in a string: byte 0x\(Self.hexadecimal(byte)), expected \(escape)"
        )
    }

    /// The first byte of a range that is no part of UTF-8.
    func invalidUTF8(in range: Range<Int>) -> Failure {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span.extracting(range))
        } catch {
            let offset = range.lowerBound + error.byteOffsets.lowerBound
            let byte = Self.hexadecimal(bytes[offset])
            return Failure(message: "Invalid UTF-8 in a string: byte 0x\(byte), expected UTF-8 text", offset: offset)
        }
        return failure("Invalid UTF-8 in a string")
    }

    /// The character at the reader's place, or the byte that is none.
    private var found: String {
        guard let byte = next else { return "end of the JSON text" }
        switch byte {
        case 0x00..<0x20, 0x7F: return "byte 0x\(Self.hexadecimal(byte)) (a control character)"
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return "digit"
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return "letter"
        case 0x20..<0x7F: return "\"\(Character(Unicode.Scalar(byte)))\""
        default: break
        }
        var decoder = Unicode.UTF8.ForwardParser()
        var rest = bytes[index..<min(index + 4, bytes.count)].makeIterator()
        guard case .valid(let encoded) = decoder.parseScalar(from: &rest) else {
            return "byte 0x\(Self.hexadecimal(byte)) (not UTF-8)"
        }
        let scalar = Unicode.UTF8.decode(encoded)
        guard !scalar.properties.isAlphabetic, !scalar.properties.isIdeographic else { return "letter" }
        guard scalar.properties.numericType == nil else { return "digit" }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+\(String(repeating: "0", count: max(0, 4 - digits.count)) + digits)"
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
    }
}
