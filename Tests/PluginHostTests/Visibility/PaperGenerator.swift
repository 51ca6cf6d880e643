import PluginKit

/// Rows and callers at random, from a fixed seed, of few courts and people so that they meet.
struct PaperGenerator {
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        /// SplitMix64.
        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    private static let courts = ["晋", "晋03", "晋0302", "京\"\\{,"]
    private static let people: ClosedRange<Int64> = 1...6
    private static let departments: ClosedRange<Int64> = 10...13
    private var random: Random

    init(seed: UInt64) { random = Random(state: seed) }

    mutating func paper(_ id: Int64) -> Paper {
        Paper(
            id: id,
            court: Self.courts.randomElement(using: &random) ?? "",
            atCourt: isOnce(in: 2) ? Self.courts.randomElement(using: &random) : nil,
            department: isOnce(in: 2) ? .random(in: Self.departments, using: &random) : nil,
            departments: list(of: Self.departments),
            isSealed: isOnce(in: 3),
            assignee: isOnce(in: 2) ? .random(in: Self.people, using: &random) : nil,
            helpers: list(of: Self.people),
            accused: list(of: Self.people)
        )
    }

    mutating func principal() -> Principal {
        let court = isOnce(in: 12) ? "" : Self.courts.randomElement(using: &random) ?? ""
        let staff: Int64? = isOnce(in: 6) ? nil : .random(in: Self.people, using: &random)
        let others = list(of: Self.people) ?? []
        return Principal(
            tokenID: 1,
            client: "test",
            staffID: staff,
            courtCode: court,
            departmentCode: nil,
            roles: Set((0...1).compactMap { _ in Role.allCases.randomElement(using: &random) }),
            readableCourts: court.isEmpty ? [] : [court] + (isOnce(in: 2) ? Array(Self.courts.prefix(2)) : []),
            recusedFrom: staff.map { [$0] + others } ?? [],
            departmentID: isOnce(in: 3) ? nil : .random(in: Self.departments, using: &random),
            actsFor: staff == nil || isOnce(in: 2) ? [] : list(of: Self.people) ?? [],
            actsIn: staff == nil || isOnce(in: 2) ? [] : list(of: Self.departments) ?? []
        )
    }

    private mutating func isOnce(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    private mutating func list(of range: ClosedRange<Int64>) -> [Int64]? {
        if isOnce(in: 4) { return nil }
        return (0..<Int.random(in: 0...2, using: &random)).map { _ in .random(in: range, using: &random) }
    }
}
