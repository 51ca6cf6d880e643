#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Small files with exact permissions, replaced as a whole.
enum PrivateFile {
    /// Makes the directory, and those above it, for their owner only; what exists stays as it is.
    static func createDirectory(_ path: String) throws(TLSError) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try createDirectory(String(path[..<slash]))
        }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("make the directory", path) }
    }

    /// Replaces the file at once, so that no reader sees half of it and no moment leaves it readable to others.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(TLSError) {
        let temporary = "\(path).\(getpid()).\(UInt32.random(in: .min ... .max))"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw failure("write", path) }
        var isWritten = fchmod(file, mode) == 0
        var offset = 0
        while isWritten, offset < bytes.count {
            // The pointer is used inside the closure only, for bytes that are in the array.
            let count = bytes[offset...].withUnsafeBytes { Self.write(file, $0) }
            isWritten = count > 0
            offset += max(count, 0)
        }
        isWritten = close(file) == 0 && isWritten
        guard isWritten, rename(temporary, path) == 0 else {
            let error = failure("write", path)
            unlink(temporary)
            throw error
        }
    }

    private static func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            Musl.write(file, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(file, bytes.baseAddress, bytes.count)
        #endif
    }

    /// All bytes of a small file; nil if it cannot be read.
    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rbe") else { return nil }
        // Opened above.
        defer { fclose(file) }
        let limit = 64 * 1024
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { space, initialized in
            // `space` holds `limit` bytes.
            initialized = fread(space.baseAddress, 1, limit, file)
        }
        return ferror(file) == 0 ? bytes : nil
    }

    /// Leaves the file to its owner only.
    static func restrict(_ path: String) throws(TLSError) {
        guard chmod(path, 0o600) == 0 else { throw failure("restrict", path) }
    }

    private static func failure(_ action: String, _ path: String) -> TLSError {
        // strerror's text is copied before anything else is called.
        TLSError(.certificateNotCreated, "Cannot \(action) \(path).", reason: String(cString: strerror(errno)))
    }
}
