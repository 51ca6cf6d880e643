/// The id by which a request is found in the log.
enum RequestID {
    private static let maxByteCount = 64

    /// The client's id if it is a plain token, else a new one.
    static func accepted(_ offered: String?) -> String {
        guard let offered, isPlain(offered) else { return made() }
        return offered
    }

    private static func isPlain(_ text: String) -> Bool {
        guard 1...maxByteCount ~= text.utf8.count else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }

    /// 64 random bits in hexadecimal digits.
    private static func made() -> String {
        var bits = UInt64.random(in: .min ... .max)
        return String(unsafeUninitializedCapacity: 16) { space in
            // `space` holds at least 16 bytes, and each is written.
            for index in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: bits & 15)
                space[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
                bits >>= 4
            }
            return 16
        }
    }
}
