extension Masking {
    /// An address down to its county, `阳泉市盂县****`, as far as names that GB/T 2260 knows lead.
    ///
    /// A name counts only in its place: a county's below its prefecture or province, so that a compound or a market that ends
    /// like a division is none. In doubt less is shown.
    public static func address(_ address: String) -> String {
        let text = Array(address)
        let start = skippingSpaces(text, from: 0)
        return String(text[start..<end(of: text, from: start)]) + hidden
    }

    /// Where the names of province, prefecture and county end.
    private static func end(of text: [Character], from start: Int) -> Int {
        if let province = longest(RegionTable.provinces, text, from: start) {
            return end(below: province.prefixes, text, from: province.end) ?? province.end
        }
        if let end = endAfterShortProvince(text, from: start) { return end }
        if let prefecture = longest(RegionTable.prefectures, text, from: start) {
            return county(text, from: prefecture.end) { prefecture.prefixes.contains($0) } ?? prefecture.end
        }
        // By itself, 盂县 names one county; 郊区 or 和平区 could be anywhere, or a part of a town.
        return county(text, from: start) { _ in true }.flatMap { text[$0 - 1] == "区" ? nil : $0 } ?? start
    }

    /// 山西阳泉市: without its last word a province's name counts only where a division of it follows.
    private static func endAfterShortProvince(_ text: [Character], from start: Int) -> Int? {
        for (name, prefixes) in RegionTable.provinces {
            let isLong = name.starts(with: "内蒙古") || name.starts(with: "黑龙江")
            let short = name.prefix(isLong ? 3 : 2)
            guard text[start...].starts(with: short) else { continue }
            return end(below: prefixes, text, from: start + short.count)
        }
        return nil
    }

    /// Where a prefecture or a county of a province ends.
    private static func end(below provinces: Set<Int>, _ text: [Character], from position: Int) -> Int? {
        let position = skippingSpaces(text, from: position)
        let found = longest(RegionTable.prefectures, text, from: position) { provinces.contains($0 / 100) }
        guard let prefecture = found else {
            return county(text, from: position) { provinces.contains($0 / 100) }
        }
        return county(text, from: prefecture.end) { prefecture.prefixes.contains($0) } ?? prefecture.end
    }

    private static func county(_ text: [Character], from position: Int, where isBelow: (Int) -> Bool) -> Int? {
        longest(RegionTable.counties, text, from: skippingSpaces(text, from: position), where: isBelow)?.end
    }

    /// The longest name that stands at a place, with those of its prefixes that fit.
    private static func longest(
        _ names: RegionTable.Names,
        _ text: [Character],
        from position: Int,
        where fits: (Int) -> Bool = { _ in true }
    ) -> (prefixes: Set<Int>, end: Int)? {
        for length in (2...longestName).reversed() where position + length <= text.count {
            let end = position + length
            guard let prefixes = names[Array(text[position..<end])]?.filter(fits), !prefixes.isEmpty, isWhole(text, end)
            else {
                continue
            }
            return (prefixes, end)
        }
        return nil
    }

    /// Whether a name may end here: not within a market (市场) or a hall for citizens (市民中心).
    private static func isWhole(_ text: [Character], _ end: Int) -> Bool {
        !(text[end - 1] == "市" && end < text.count && (text[end] == "场" || text[end] == "民"))
    }

    private static func skippingSpaces(_ text: [Character], from position: Int) -> Int {
        text[position...].firstIndex { !$0.isWhitespace } ?? text.count
    }

    /// The longest name of a county, 双江拉祜族佤族布朗族傣族自治县 and its like.
    private static let longestName = 16
}
