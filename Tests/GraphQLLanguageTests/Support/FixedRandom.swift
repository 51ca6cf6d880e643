/// Random numbers from a fixed seed (SplitMix64), so that a failure can be repeated.
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True so often in a hundred.
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    /// So many parts of one kind, each made anew.
    mutating func many<Part>(_ range: ClosedRange<Int>, _ part: (inout FixedRandom) -> Part) -> [Part] {
        var parts: [Part] = []
        for _ in 0..<number(range) { parts.append(part(&self)) }
        return parts
    }

    mutating func bytes(_ range: ClosedRange<Int>) -> [UInt8] {
        many(range) { UInt8.random(in: 0...255, using: &$0) }
    }
}
