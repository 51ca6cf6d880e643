import Glibc

/// The folder of one run's inputs.
struct Folder {
    let path: String

    func bytes(of name: String) throws(BenchmarkFailure) -> [UInt8] {
        let path = "\(path)/\(name)"
        guard let file = fopen(path, "rb") else { throw BenchmarkFailure("\(path) cannot be read.") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
    }

    func text(of name: String) throws(BenchmarkFailure) -> String {
        String(decoding: try bytes(of: name), as: UTF8.self)
    }

    func write(_ text: String, to name: String) throws(BenchmarkFailure) {
        try Self.write(Array(text.utf8), to: "\(path)/\(name)")
    }

    static func write(_ bytes: [UInt8], to path: String) throws(BenchmarkFailure) {
        guard let file = fopen(path, "wb") else { throw BenchmarkFailure("\(path) cannot be written.") }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw BenchmarkFailure("\(path) cannot be written.") }
    }
}
