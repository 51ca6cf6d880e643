/// How a download is named (RFC 6266): never shown by the browser, always saved.
enum ContentDisposition {
    /// The title as a file's name in UTF-8 (RFC 8187), and a name in ASCII for whoever does not read it.
    static func attachment(title: String, fileExtension: String, fallback: String) -> String {
        "attachment; filename=\"\(fallback).\(fileExtension)\"; filename*=UTF-8''\(encoded(name(title, fileExtension)))"
    }

    /// A name without what any system takes for a path, a device or an option.
    private static func name(_ title: String, _ fileExtension: String) -> String {
        let ending = ".\(fileExtension)"
        let base = title.lowercased().hasSuffix(ending) ? String(title.dropLast(ending.count)) : title
        let plain = String(
            String.UnicodeScalarView(
                base.unicodeScalars.prefix(100).map { scalar in
                    let isSafe = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
                    return isSafe ? scalar : "_"
                }
            )
        )
        let trimmed = plain.drop { $0 == "_" || $0 == "-" }
        return (trimmed.isEmpty ? "material" : String(trimmed)) + ending
    }

    /// Everything but RFC 8187's plain characters as `%XX`.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { encoded, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                encoded.append(Character(Unicode.Scalar(byte)))
            default:
                encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
