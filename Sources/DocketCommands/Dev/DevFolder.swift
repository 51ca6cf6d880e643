import FieldEncryption
import Foundation
import PluginTools

/// The development folder: database, keys, certificate, tokens.
struct DevFolder {
    let path: String

    var database: String { path + "/postgres" }
    var certificates: String { path + "/tls" }
    var tokens: String { path + "/tokens.json" }

    init(_ path: String) throws {
        self.path = URL(fileURLWithPath: path).path
        do {
            try FileManager.default.createDirectory(atPath: self.path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure("Cannot make the folder \(self.path): \(error.localizedDescription)")
        }
    }

    /// Forgets the tokens of a database that is gone; the next start makes others.
    func forgetTokens() throws {
        guard FileManager.default.fileExists(atPath: tokens) else { return }
        do {
            try FileManager.default.removeItem(atPath: tokens)
        } catch {
            throw CommandFailure("Cannot remove \(tokens): \(error.localizedDescription)")
        }
    }

    /// The keys that seal personal data, made at the first start.
    func keys() throws -> KeyRing {
        let file = path + "/keys"
        if FileManager.default.fileExists(atPath: file) { return try KeyRing(contentsOf: file) }
        guard !FileManager.default.fileExists(atPath: tokens) else {
            throw CommandFailure(
                "\(file) is missing, and without it the sealed data in \(database) cannot be read. Restore it, or remove \(path) to start anew."
            )
        }
        let keys = try KeyRing.generate()
        try keys.write(toNewFile: file)
        return keys
    }
}
