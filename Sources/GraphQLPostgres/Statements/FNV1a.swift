/// FNV-1a, 32 bits: the same in every process, unlike `Hasher`.
struct FNV1a {
    private(set) var value: UInt32 = 0x811c_9dc5

    mutating func combine(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

    mutating func combine(_ text: String) { for byte in text.utf8 { combine(byte) } }

    mutating func combine(_ bytes: [UInt8]) { for byte in bytes { combine(byte) } }

    /// A value with its length in front, so that two values are not taken for others with the same bytes.
    mutating func combine(value: [UInt8]?) {
        let count = Int32(truncatingIfNeeded: value?.count ?? -1)
        for shift in stride(from: 0, to: 32, by: 8) { combine(UInt8(truncatingIfNeeded: count >> shift)) }
        combine(value ?? [])
    }
}
