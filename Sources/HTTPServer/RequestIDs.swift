/// The ids by which a connection's requests are found in the log.
struct RequestIDs {
    private static let maxByteCount = 64

    /// Random for each connection; what follows is drawn from it (SplitMix64), so that no request asks the system.
    private var state = UInt64.random(in: .min ... .max)

    /// The client's id if it is a plain token, else a new one.
    mutating func accepted(_ offered: String?) -> String {
        guard let offered, Self.isPlain(offered) else { return make() }
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
    private mutating func make() -> String {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
        bits ^= bits >> 31
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
