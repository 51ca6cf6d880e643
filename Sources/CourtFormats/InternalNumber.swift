/// A number of a court's own register, for what has no statutory case number: `晋03信〔2018〕0060`.
public struct InternalNumber: Hashable, Sendable {
    /// Whose register.
    public let court: CourtCode
    /// What is registered: `信` for letters.
    public let kind: String
    /// The register's year.
    public let year: Int
    /// Counted from 1 within court, kind and year.
    public let serial: Int

    /// Creates a number; the counter that gives `serial` knows no gaps.
    public init(court: CourtCode, kind: String, year: Int, serial: Int) {
        self.court = court
        self.kind = kind
        self.year = year
        self.serial = serial
    }

    /// Reads a number with any of the usual brackets; nil when it is none.
    public init?(parsing text: String) {
        var scanner = HanScanner(text.foldingNumberForms(open: "〔", close: "〕"))
        guard let court = scanner.courtCode() else { return nil }
        let kind = scanner.take(upTo: 4, while: \.isHan)
        guard !kind.isEmpty, scanner.take("〔"), let year = scanner.digits(4...4).flatMap(Int.init), scanner.take("〕"),
            let serial = scanner.digits(1...9).flatMap(Int.init), serial > 0
        else { return nil }
        _ = scanner.take("号")
        guard scanner.isAtEnd else { return nil }
        self.init(court: court, kind: kind, year: year, serial: serial)
    }

    /// The written form; the serial has at least four digits.
    public var text: String { "\(court.text)\(kind)〔\(year.padded(to: 4))〕\(serial.padded(to: 4))" }
}

extension InternalNumber: CustomStringConvertible {
    /// The written form.
    public var description: String { text }
}
