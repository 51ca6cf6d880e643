extension StringProtocol {
    /// The text as official numbers are compared: full-width digits and Latin letters as ASCII, the brackets `()`, `[]`, `〔〕`
    /// and their full-width forms as the given pair, white space removed.
    func foldingNumberForms(open: Character, close: Character) -> String {
        var folded = ""
        for character in self where !character.isWhitespace {
            switch character {
            case "(", "[", "（", "［", "〔": folded.append(open)
            case ")", "]", "）", "］", "〕": folded.append(close)
            default: folded.append(character.foldingFullWidth)
            }
        }
        return folded
    }
}

extension Character {
    /// The ASCII digit or letter that a full-width form stands for (U+FF01…U+FF5E), else the character itself.
    fileprivate var foldingFullWidth: Character {
        guard unicodeScalars.count == 1, let scalar = unicodeScalars.first,
            (0xFF01...0xFF5E).contains(scalar.value), let folded = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return self }
        let character = Character(folded)
        return character.isLetter || character.isNumber || character == "-" ? character : self
    }
}
