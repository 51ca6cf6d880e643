package import CourtFormats
package import PluginKit

/// Who was entered as a sender before, by what the register can find them with: never a clear value.
package struct FormerPetitioner: Sendable {
    package let nameMasked: String
    package let idNumberHash: [UInt8]?

    package init(nameMasked: String, idNumberHash: [UInt8]?) {
        self.nameMasked = nameMasked
        self.idNumberHash = idNumberHash
    }
}

/// What the register of petitions does when what was registered is put right; offered by the dossiers plugin.
package protocol PetitionCorrection: PluginService {
    /// Ties a registration to the petitioner whom a sender is, in place of whoever was entered wrongly.
    func retie(
        registration: Int64,
        from former: FormerPetitioner?,
        to sender: IncomingPetitioner,
        isSealed: Bool,
        on date: CalendarDate,
        in context: WriteContext
    ) async throws

    /// Says anew what a registration is about.
    func correct(registration: Int64, summary: String, in context: WriteContext) async throws
}
