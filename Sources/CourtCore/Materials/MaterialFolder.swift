#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder of sealed materials, a file each: its chunks one after the other, each behind its length in four bytes.
///
/// A file has its name only once it is whole and on disk; its row names it before it is begun, so that none is ever forgotten.
package struct MaterialFolder: Sendable {
    /// The system refuses a file.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String

        init(_ action: String, _ path: String, _ number: Int32 = errno) {
            // strerror's text is copied before anything else is called.
            description =
                "cannot \(action) \(path): \(strerror(number).map { String(cString: $0) } ?? "error \(number)")"
        }
    }

    package let path: String

    package init(_ path: String) { self.path = path }

    /// Makes the folder where there is none; it is its owner's alone.
    package func prepare() throws {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw Failure("make", path) }
        var status = stat()
        guard stat(path, &status) == 0 else { throw Failure("read", path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw Failure("use", path, ENOTDIR) }
        guard status.st_mode & 0o077 == 0 else {
            throw Failure("use", "\(path), which is open to others (run: chmod 700 \(path))", EPERM)
        }
        guard access(path, R_OK | W_OK | X_OK) == 0 else { throw Failure("write to", path) }
    }

    // MARK: Writing

    /// A file that is being written.
    package struct Writer: Sendable {
        fileprivate let descriptor: Int32
        fileprivate let folder: String
        fileprivate let file: String

        /// Adds a sealed chunk.
        package func append(_ chunk: [UInt8]) async throws {
            try await BlockingWork.run {
                let count = UInt32(chunk.count)
                let length = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
                try write(length)
                try write(chunk)
            }
        }

        /// Waits until everything is on disk and gives the file its name.
        package func finish() async throws {
            try await BlockingWork.run {
                defer { close(descriptor) }
                guard fsync(descriptor) == 0 else { throw Failure("write", file) }
                guard rename("\(file).part", file) == 0 else { throw Failure("name", file) }
                // The name itself is the folder's to keep.
                let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
                guard directory >= 0 else { throw Failure("read", folder) }
                defer { close(directory) }
                guard fsync(directory) == 0 else { throw Failure("write", folder) }
            }
        }

        /// Leaves nothing of it.
        package func abandon() async {
            _ = try? await BlockingWork.run {
                close(descriptor)
                unlink("\(file).part")
            }
        }

        private func write(_ bytes: [UInt8]) throws {
            var rest = bytes[...]
            while !rest.isEmpty {
                // The buffer is valid inside the closure, and the system reads its length.
                let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Failure("write", file) }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Begins a file; it must not be there.
    package func create(_ name: String) async throws -> Writer {
        let file = "\(path)/\(name)"
        let descriptor = try await BlockingWork.run {
            let descriptor = open("\(file).part", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw Failure("make", "\(file).part") }
            return descriptor
        }
        return Writer(descriptor: descriptor, folder: path, file: file)
    }

    // MARK: Reading

    /// A sealed chunk by its place, with what follows it; nil where the file ends.
    ///
    /// The place of the first is 0.
    package func chunk(of name: String, at place: Int) async throws -> (bytes: [UInt8], next: Int)? {
        let file = "\(path)/\(name)"
        return try await BlockingWork.run {
            let descriptor = open(file, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw Failure("read", file) }
            defer { close(descriptor) }
            let length = try read(descriptor, 4, at: place, file)
            guard length.count == 4 else { return nil }
            let count = length.reduce(0) { $0 << 8 | Int($1) }
            // A length that no chunk has was not written here.
            guard count <= MaterialSeal.chunkByteCount + 1024 else { throw Failure("read", file, EIO) }
            let bytes = try read(descriptor, count, at: place + 4, file)
            guard bytes.count == count else { throw Failure("read", file, EIO) }
            return (bytes, place + 4 + count)
        }
    }

    /// Reads as many bytes as there are, up to a number.
    private func read(_ descriptor: Int32, _ count: Int, at place: Int, _ file: String) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            // The buffer is valid inside the closure; the system writes at most what is left of it.
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(place + filled))
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Failure("read", file) }
            guard got > 0 else { break }
            filled += got
        }
        return Array(bytes[..<filled])
    }

    // MARK: Removing

    /// Removes a file, whole or not; one that is not there is removed.
    package func remove(_ name: String) async throws {
        let file = "\(path)/\(name)"
        try await BlockingWork.run {
            for path in [file, "\(file).part"] where unlink(path) != 0 && errno != ENOENT {
                throw Failure("remove", path)
            }
        }
    }
}

/// The system's `write`, beside a method of that name.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
