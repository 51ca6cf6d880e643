#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#elseif canImport(Darwin)
    private import Darwin
#endif

/// A file that only its owner may read.
enum SecretFile {
    /// Reads the whole of a file; refuses one whose mode lets others in.
    static func contents(of path: String) throws(FieldEncryptionError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("read", path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("read", path, errno) }
        guard status.st_mode & 0o077 == 0 else {
            throw FieldEncryptionError(.keyRingFile, "\(path) is open to others; run: chmod 600 \(path)")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            // `read` writes at most the length of `buffer`.
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", path, errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Writes a file that must not exist yet, and waits until it is on disk; leaves none when that fails.
    static func create(_ path: String, with bytes: [UInt8]) throws(FieldEncryptionError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("write", path, errno) }
        defer { close(descriptor) }
        guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else {
            let number = errno
            unlink(path)
            throw failure("write", path, number)
        }
    }

    /// Writes every byte; false, with `errno` set, when the system refuses.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            // The buffer is valid inside the closure, and `write` reads its length.
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func failure(_ action: String, _ path: String, _ number: Int32) -> FieldEncryptionError {
        // strerror gives a text that lives until the next call on this thread; it is copied at once.
        let reason = strerror(number).map { String(cString: $0) } ?? "error \(number)"
        return FieldEncryptionError(.keyRingFile, "cannot \(action) \(path): \(reason)")
    }
}
