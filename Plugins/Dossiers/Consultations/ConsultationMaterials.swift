import PluginKit

/// The documents of a consultation (副卷): the record with the judges' signatures.
enum ConsultationMaterials {
    static let owner = MaterialOwner(
        type: "Consultation",
        attach: "dossiers.recordConsultation",
        read: "dossiers.consultationContent",
        kinds: ["OPINION", "OTHER"],
        maximumCount: 20
    )
}
