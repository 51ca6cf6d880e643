import Foundation
import PluginTools

/// A file with secrets that this program makes: only its owner reads it, and nobody sees half of it.
enum SecretOutput {
    static func write(_ bytes: [UInt8], to path: String) throws {
        // Beside it, so that the renaming is one step; of a name that another start does not use.
        let draft = "\(path).\(UUID().uuidString)"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(bytes))
            try file.synchronize()
            guard rename(draft, path) == 0 else { throw failure(path) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure("Cannot write \(path): \(String(cString: strerror(errno))).")
    }
}
