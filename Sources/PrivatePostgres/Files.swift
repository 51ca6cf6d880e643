import Glibc

/// The few file operations that starting a server takes.
enum Files {
    static func parent(of path: String) -> String {
        let trimmed = path.last == "/" ? path.dropLast() : path[...]
        guard let slash = trimmed.lastIndex(of: "/"), slash != trimmed.startIndex else { return "/" }
        return String(trimmed[..<slash])
    }

    static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// The names in a folder; none when it cannot be read.
    static func list(_ path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            // d_name is NUL-terminated within the entry, which lives until the next call.
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The descriptors that this program has open.
    static var openDescriptors: [Int32] { list("/proc/self/fd").compactMap { Int32($0) } }

    static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk.prefix(count) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes a file that only its owner can read.
    static func writePrivate(_ text: String, to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        return write(descriptor, bytes, bytes.count) == bytes.count
    }

    /// Makes a folder and those above it.
    static func makeFolders(_ path: String) -> Bool {
        if status(path) != nil { return true }
        return makeFolders(parent(of: path)) && (mkdir(path, 0o755) == 0 || errno == EEXIST)
    }

    /// Makes a fresh folder under /tmp that only its owner can enter.
    static func makeTemporaryFolder() -> String? {
        var template = Array("/tmp/docket-pg-XXXXXX".utf8CString)
        return mkdtemp(&template).map { String(cString: $0) }
    }
}
