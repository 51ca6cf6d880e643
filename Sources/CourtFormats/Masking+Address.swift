extension Masking {
    /// An address down to its county, `阳泉市盂县****`; when no county can be told apart, down to what can.
    ///
    /// `county` is the county's name from the table of regions, where the address has a region code. Without it the text alone
    /// decides; in doubt less is shown.
    public static func address(_ address: String, county: String? = nil) -> String {
        if let county, !county.isEmpty {
            guard let range = address.range(ofFirst: county), !hasDetail(address[..<range.lowerBound]) else {
                return county + hidden
            }
            return address[..<range.upperBound] + hidden
        }
        return String(Array(address)[..<countyEnd(Array(address))]) + hidden
    }

    /// The number of characters from the start that name province, prefecture and county.
    private static func countyEnd(_ text: [Character]) -> Int {
        var end = 0
        var level = -1
        while level < suffixes.count - 1, let next = division(text, from: end, below: level) {
            (level, end) = next
        }
        return end
    }

    /// The level and the end of the division whose name begins at `start`; nil when what begins there is none, or none below
    /// `upper`.
    private static func division(_ text: [Character], from start: Int, below upper: Int) -> (level: Int, end: Int)? {
        for end in start..<min(text.count, start + longestName) {
            let name = text[start...end]
            let levels = suffixes.indices.filter { level in
                suffixes[level].contains { name.count > $0.count && name.ends(with: $0) }
            }
            if let highest = levels.first {
                let level = highest > upper ? highest : levels.first { $0 > upper }
                let isPlace = notDivisions.contains { name.ends(with: $0) }
                return isPlace ? nil : level.map { ($0, end + 1) }
            }
            // A mark may begin a division's name, as in 道里区, not continue it.
            if text[end].isASCII || (end > start && detailMarks.contains(text[end])) { return nil }
        }
        return nil
    }

    private static func hasDetail(_ text: Substring) -> Bool {
        text.contains { $0.isNumber || $0.isASCII || detailMarks.contains($0) }
    }

    /// The last characters of names, by level from the province down; 市 ends names of two levels.
    private static let suffixes = [["特别行政区", "自治区", "省"], ["自治州", "地区", "盟", "市"], ["区", "县", "旗", "市"]]
    /// A division's name is seldom longer.
    private static let longestName = 12
    /// Places that end like a division and are none.
    private static let notDivisions = ["小区", "社区", "园区", "校区", "厂区", "片区", "院区", "生活区", "家属区", "住宅区", "工业区"]
    /// Characters that say a road, a village or a house has begun.
    private static let detailMarks: Set<Character> = ["路", "街", "巷", "弄", "号", "栋", "楼", "村", "镇", "乡", "道"]
}

extension BidirectionalCollection where Element == Character {
    fileprivate func ends(with suffix: String) -> Bool {
        suffix.reversed().elementsEqual(reversed().prefix(suffix.count))
    }
}

extension String {
    /// Where a text first occurs, compared by characters.
    fileprivate func range(ofFirst text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
