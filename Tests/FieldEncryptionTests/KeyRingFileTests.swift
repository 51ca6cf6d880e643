import FieldEncryption
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("KeyRing in a file")
struct KeyRingFileTests {
    @Test("is written for its owner only and read back")
    func roundTrips() throws {
        let path = try temporaryPath()
        defer { unlink(path) }
        let ring = try KeyRing.generate()
        try ring.write(toNewFile: path)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(try KeyRing(contentsOf: path).text == ring.text)
    }

    @Test("is never written over another file")
    func keepsExisting() throws {
        let path = try temporaryPath()
        defer { unlink(path) }
        let first = try KeyRing.generate()
        try first.write(toNewFile: path)
        let error = #expect(throws: FieldEncryptionError.self) { try KeyRing.generate().write(toNewFile: path) }
        #expect(error?.code == .keyRingFile)
        #expect(error?.message == "cannot write \(path): File exists")
        #expect(try KeyRing(contentsOf: path).text == first.text)
    }

    @Test("is refused when others may read it", arguments: [0o640, 0o604, 0o620] as [mode_t])
    func refusesOpenModes(mode: mode_t) throws {
        let path = try temporaryPath()
        defer { unlink(path) }
        try KeyRing.generate().write(toNewFile: path)
        #expect(chmod(path, mode) == 0)
        let error = #expect(throws: FieldEncryptionError.self) { try KeyRing(contentsOf: path) }
        #expect(error?.message == "\(path) is open to others; run: chmod 600 \(path)")
    }

    @Test("that is missing or a folder is named with the reason")
    func missing() throws {
        let path = try temporaryPath()
        let error = #expect(throws: FieldEncryptionError.self) { try KeyRing(contentsOf: path) }
        #expect(error?.description == "cannot read \(path): No such file or directory [KEY_RING_FILE]")
        let nowhere = #expect(throws: FieldEncryptionError.self) {
            try KeyRing.generate().write(toNewFile: "\(path)/ring")
        }
        #expect(nowhere?.code == .keyRingFile)
    }

    private func temporaryPath() throws -> String { "/tmp/docket-key-ring-\(Hex.encode(try SecureRandom.bytes(8)))" }
}
