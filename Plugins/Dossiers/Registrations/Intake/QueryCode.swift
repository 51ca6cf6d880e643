import CourtCore
import CourtFormats
import PluginKit

/// A query code (查询码): twelve characters by which a petitioner, at the 12368 hotline, learns how a registration stands.
///
/// None looks like another: 31 characters, close to 60 bits. Only its keyed hash is stored, bound to the registration's number.
struct QueryCode: Hashable {
    static let length = 12
    static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    /// As it is shown, without separators.
    let text: String

    /// A new code.
    static func random() -> QueryCode {
        var generator = SystemRandomNumberGenerator()
        return QueryCode(text: String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "2" }))
    }

    private init(text: String) { self.text = text }

    /// Reads a code as somebody writes or dictates it: in any case and width, with spaces and dashes.
    init(written text: String) {
        self.init(text: text.foldedNumber.uppercased().filter { $0 != "-" })
    }

    /// What is stored of it.
    func hash(of number: String, _ personalData: PersonalData) throws -> [UInt8] {
        try personalData.hash(queryCode: text, of: number.foldedNumber)
    }
}
