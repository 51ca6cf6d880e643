import CoordinationPlugin
import CourtCore
import DocketTesting
import DossiersPlugin
import FieldEncryption
import LettersPlugin
import PluginKit

/// The plugins that the command carries, and fewer.
enum Installed {
    static let all: @Sendable (KeyRing) -> [Plugin] = { keys in
        [CourtCore.plugin(keys: keys), Dossiers.plugin(), Letters.plugin(), Coordination.plugin()]
    }

    static let withoutDossiers: @Sendable (KeyRing) -> [Plugin] = { keys in
        [CourtCore.plugin(keys: keys), Letters.plugin()]
    }
}

extension TestCourt.Contents {
    /// The courts and the transferred batch of 60 letters, whatever the other plugins' demonstrations bring.
    static let batch = TestCourt.Contents.demo(of: "letters")
}
