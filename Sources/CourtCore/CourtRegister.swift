import CourtFormats

/// What a court's code says of its level, its region and the court above it, and what disagrees with it.
///
/// 法〔2015〕137号: 最高法; a character for a High Court; two digits more for an intermediate court, four for a basic one.
struct CourtRegister {
    /// A value that disagrees with the code.
    enum Disagreement: Hashable {
        case level, parent, region
    }

    let code: CourtCode

    /// What of a court's row disagrees with its code; `parent` is what stands there, which need not be a court.
    func disagreements(level: CourtLevel?, parent: String, region: RegionCode?) -> Set<Disagreement> {
        var found: Set<Disagreement> = []
        if let level, level.rawValue != code.level.rawValue { found.insert(.level) }
        if !isAbove(parent) { found.insert(.parent) }
        if let region, !isIn(region) { found.insert(.region) }
        return found
    }

    /// Whether a court stands one level above: 最高法 over High Courts, these over the intermediate ones of their province,
    /// these over basic ones of their prefecture.
    ///
    /// A code of one level cannot stand above itself, directly or through others.
    private func isAbove(_ parent: String) -> Bool {
        guard !parent.isEmpty else { return code.level == .supreme }
        guard let parent = try? CourtCode(parsing: parent) else { return false }
        switch code.level {
        case .supreme: return false
        case .high: return parent.level == .supreme
        case .intermediate: return parent.level == .high && parent.character == code.character
        case .basic:
            guard parent.level == .intermediate, parent.character == code.character else { return false }
            // Counties directly under a province, special courts and municipalities have the court that they were given.
            let isByRule = code.hasRegionalDigits && parent.hasRegionalDigits && !code.isOfMunicipality
            return !isByRule || parent.digits == code.digits.prefix(2)
        }
    }

    private func isIn(_ region: RegionCode) -> Bool {
        if code.level == .supreme { return region == .nation }
        guard let province = Province.withCourtCharacter(code.character) else { return region != .nation }
        guard region.province == province else { return false }
        guard code.hasRegionalDigits else { return true }
        switch code.level {
        case .supreme, .high: return true
        case .intermediate:
            return code.isOfMunicipality || region.text.dropFirst(2).prefix(2) == code.digits
        case .basic:
            if region.level == .county, code.hasCountyDigits { return region.text.suffix(4) == code.digits }
            return code.isOfMunicipality || region.text.dropFirst(2).prefix(2) == code.digits.prefix(2)
        }
    }
}

extension CourtCode {
    /// The High Court's character.
    fileprivate var character: Character { text.first ?? "最" }

    fileprivate var digits: Substring { text.drop { !$0.isNumber } }

    /// Two digits of a prefecture; from 71 on courts are railway, maritime and other special ones, or of several regions.
    fileprivate var hasRegionalDigits: Bool { digits.isEmpty || Int(digits.prefix(2)).map { $0 <= 70 } == true }

    /// The last two of a county; from 71 on, of a court without one of its own.
    fileprivate var hasCountyDigits: Bool { Int(digits.suffix(2)).map { $0 <= 70 } == true }

    fileprivate var isOfMunicipality: Bool { ["京", "津", "沪", "渝"].contains(text.prefix(1)) }
}
