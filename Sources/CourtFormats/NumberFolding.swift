extension StringProtocol {
    /// The text as official numbers are compared: full-width digits and Latin letters as ASCII, every pair of brackets as the
    /// given one, every dash as `-`, white space and what shows nothing removed.
    ///
    /// `core.folded_number` says the same in SQL.
    func foldingNumberForms(open: Character, close: Character) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isBlank {
            if NumberFolding.opening.contains(scalar) {
                folded.append(contentsOf: open.unicodeScalars)
            } else if NumberFolding.closing.contains(scalar) {
                folded.append(contentsOf: close.unicodeScalars)
            } else if NumberFolding.dashes.contains(scalar) {
                folded.append("-")
            } else {
                folded.append(scalar.foldingFullWidth)
            }
        }
        return String(folded)
    }

    /// The one form of an official number (文号, 批次号, 登记号) by which it is stored and looked up: 复测〔2018〕1号, whatever
    /// brackets, widths and spaces it was written with.
    package var foldedNumber: String { foldingNumberForms(open: "〔", close: "〕") }

    /// The one form of an identity document's number by which it is matched: its letters, in upper case, and its digits.
    package var foldedDocumentNumber: String {
        foldedNumber.uppercased().filter { !["-", "·", ".", "/", "〔", "〕"].contains($0) }
    }
}

/// What stands for the same in official numbers.
enum NumberFolding {
    static let opening = Set("([{（［｛〔【〖〘﹙﹝﹛⦗❲".unicodeScalars)
    static let closing = Set(")]}）］｝〕】〗〙﹚﹞﹜⦘❳".unicodeScalars)
    static let dashes = Set("\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}\u{FE63}\u{FF0D}".unicodeScalars)
}

extension Unicode.Scalar {
    /// The ASCII digit or letter that a full-width form stands for (U+FF01…U+FF5E), else the scalar itself.
    fileprivate var foldingFullWidth: Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(value), let folded = Unicode.Scalar(value - 0xFEE0),
            folded.properties.isAlphabetic || folded.properties.numericType != nil
        else { return self }
        return folded
    }
}
