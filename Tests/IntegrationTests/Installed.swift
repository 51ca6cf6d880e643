import CourtCore
import DossiersPlugin
import FieldEncryption
import LettersPlugin
import PluginKit

/// The plugins that the command carries, and fewer.
enum Installed {
    static let all: @Sendable (KeyRing) -> [Plugin] = { keys in
        [CourtCore.plugin(keys: keys), Dossiers.plugin(), Letters.plugin()]
    }

    static let withoutDossiers: @Sendable (KeyRing) -> [Plugin] = { keys in
        [CourtCore.plugin(keys: keys), Letters.plugin()]
    }
}
