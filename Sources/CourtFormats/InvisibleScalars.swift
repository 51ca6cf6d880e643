extension Unicode.Scalar {
    /// Whether this shows nothing where it stands alone: code points that a reader ignores (Unicode, DerivedCoreProperties,
    /// Default_Ignorable_Code_Point: zero-width characters, fillers, variation selectors), and blanks that are letters or
    /// symbols by their category.
    var isInvisible: Bool {
        if properties.isDefaultIgnorableCodePoint { return true }
        switch value {
        // BRAILLE PATTERN BLANK, MUSICAL SYMBOL NULL NOTEHEAD, and KHMER VOWEL INHERENT AQ and AA.
        case 0x2800, 0x1D159, 0x17B4, 0x17B5: return true
        default: return false
        }
    }

    /// Whether this is white space or shows nothing.
    var isBlank: Bool { properties.isWhitespace || isInvisible }

    /// Whether this only changes how the character before it looks: a combining mark, a variation selector, or a tag of an
    /// emoji.
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: (0xE0020...0xE007F).contains(value)
        }
    }

    /// Whether this is code and not text: a control character (Cc), one that turns the direction of what follows or says how
    /// it is to be shown and so can disguise it, or no character at all.
    var isControl: Bool {
        switch value {
        // Marks, embeddings, overrides and isolates of direction (UAX #9 §2), and the deprecated format characters.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
        // Annotations, and the tag that begins a language.
        case 0xFFF9...0xFFFB, 0xE0001: true
        case 0xFDD0...0xFDEF: true
        default: properties.generalCategory == .control || value & 0xFFFE == 0xFFFE
        }
    }
}

extension StringProtocol {
    /// Whether nothing of the text can be seen.
    package var isBlank: Bool { unicodeScalars.allSatisfy { $0.isBlank || $0.isMark } }

    /// The number of characters that can be seen, a gap between words counted as one.
    package var visibleCount: Int {
        let visible = String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isInvisible }))
        let words = visible.split(whereSeparator: \.isWhitespace)
        return words.reduce(Swift.max(0, words.count - 1)) { $0 + $1.count }
    }
}
