import Foundation

extension StringProtocol {
    /// The one form of a person's or an organisation's name by which it is matched; never shown.
    ///
    /// Compatibility forms are one (NFKC: widths, ligatures, composed letters), and so are upper and lower case, all middle
    /// dots between the parts of a name, all brackets, dashes and apostrophes. What shows nothing goes, and white space, but
    /// for one space between words of an alphabet.
    package var foldedName: String {
        // ㆍ would become a vowel and ˙ a mark on the space before it, which no reader takes them for.
        let dotted = String(
            String.UnicodeScalarView(unicodeScalars.map { ["\u{318D}", "\u{02D9}"].contains($0) ? "·" : $0 })
        )
        let composed = dotted.precomposedStringWithCompatibilityMapping
        var folded = String.UnicodeScalarView()
        var hasSpace = false
        for scalar in composed.unicodeScalars.flatMap({ $0.lowercased }) {
            if scalar.properties.isWhitespace {
                hasSpace = true
                continue
            }
            guard !scalar.isInvisible, !scalar.isControl else { continue }
            let scalar = scalar.foldingMark
            if scalar == "·", folded.last == "·" || folded.isEmpty { continue }
            if hasSpace, scalar.isOfSpacedScript, folded.last?.isOfSpacedScript == true { folded.append(" ") }
            hasSpace = false
            folded.append(scalar)
        }
        if folded.count > 1, folded.last == "·" { folded.removeLast() }
        // Taking away what stood between them may have joined a letter and its mark.
        return String(folded).precomposedStringWithCompatibilityMapping
    }
}

extension Unicode.Scalar {
    fileprivate var lowercased: String.UnicodeScalarView { properties.lowercaseMapping.unicodeScalars }

    /// The mark that stands for all that look and mean the same in a name.
    fileprivate var foldingMark: Unicode.Scalar {
        switch self {
        // The dots that keyboards and fonts offer between the parts of a name.
        case "\u{2022}", "\u{2023}", "\u{2027}", "\u{2219}", "\u{22C5}", "\u{25CF}", "\u{25E6}", "\u{2E30}", "\u{2E31}",
            "\u{2E33}",
            "\u{30FB}", "\u{16EB}", "\u{1427}", "\u{A78F}", "\u{0387}", "\u{2981}", "\u{119E}", ".", "\u{3002}",
            "\u{26AB}", "\u{2218}", "\u{00B0}", "\u{2E3C}", "\u{10101}", "\u{2299}":
            "·"
        case "(", "[", "{", "〔", "【", "〖", "〘", "〈", "《", "「", "『", "⦗", "❲", "⟨": "("
        case ")", "]", "}", "〕", "】", "〗", "〙", "〉", "》", "」", "』", "⦘", "❳", "⟩": ")"
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{2500}": "-"
        case "\u{2018}", "\u{2019}", "\u{201B}", "\u{02BC}", "\u{0060}", "\u{00B4}", "\u{2032}": "'"
        default: self
        }
    }

    /// Whether this belongs to a script that separates words by spaces; Chinese names have none.
    fileprivate var isOfSpacedScript: Bool {
        let isMark = properties.canonicalCombiningClass != .notReordered
        guard properties.isAlphabetic || properties.numericType != nil || isMark else {
            return self == "'" || self == "," || self == "&"
        }
        if properties.isIdeographic { return false }
        // Kana, Bopomofo, Hangul: written without spaces in a name.
        switch value {
        case 0x1100...0x11FF, 0x3040...0x31FF, 0xAC00...0xD7FF: return false
        default: return true
        }
    }
}
