import Foundation

/// A file with a secret that someone else has made: the certificate's key, settings with a password.
enum SecretInput {
    /// Whether everybody on this machine may read it; false for a file that is not there.
    static func isOpen(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.posixPermissions] as? Int).map { $0 & 0o004 != 0 } ?? false
    }
}
