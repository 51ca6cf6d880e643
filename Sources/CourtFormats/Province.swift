/// A province-level division: its GB/T 2260 prefix and, where its courts use one, the character of its High Court.
public struct Province: Hashable, Sendable {
    /// The first two digits of its region codes.
    public let prefix: Int
    /// The 法院代字 of its High Court; nil for the regions outside that system.
    public let courtCharacter: Character?

    /// The division with this prefix; nil when there is none.
    public static func withPrefix(_ prefix: Int) -> Province? { all.first { $0.prefix == prefix } }

    /// The division whose High Court has this character; nil when there is none.
    public static func withCourtCharacter(_ character: Character) -> Province? {
        all.first { $0.courtCharacter == character }
    }

    /// The 34 divisions of GB/T 2260, and 83, which residence permits of Taiwan compatriots carry.
    public static let all: [Province] = [
        (11, "京"), (12, "津"), (13, "冀"), (14, "晋"), (15, "内"),
        (21, "辽"), (22, "吉"), (23, "黑"),
        (31, "沪"), (32, "苏"), (33, "浙"), (34, "皖"), (35, "闽"), (36, "赣"), (37, "鲁"),
        (41, "豫"), (42, "鄂"), (43, "湘"), (44, "粤"), (45, "桂"), (46, "琼"),
        (50, "渝"), (51, "川"), (52, "黔"), (53, "云"), (54, "藏"),
        (61, "陕"), (62, "甘"), (63, "青"), (64, "宁"), (65, "新"),
        (71, nil), (81, nil), (82, nil), (83, nil),
    ].map { Province(prefix: $0, courtCharacter: $1) }
}
