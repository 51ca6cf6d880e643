import NIOCore
import Testing

@testable import NIOOpenSSL

@Suite("Packing writes into records")
struct RecordPackerTests {
    /// The sizes of what is encrypted for writes of these sizes, and all bytes in order.
    private func pack(_ sizes: [Int]) throws -> (sizes: [Int], bytes: [UInt8]) {
        var packer = RecordPacker(ByteBufferAllocator())
        var packed: [Int] = []
        var bytes: [UInt8] = []
        let encrypt = { (record: ByteBuffer) throws(TLSError) in
            packed.append(record.readableBytes)
            bytes += record.readableBytesView
        }
        for (index, size) in sizes.enumerated() {
            try packer.add(ByteBuffer(repeating: UInt8(index), count: size), encrypt: encrypt)
        }
        try packer.finish(encrypt: encrypt)
        return (packed, bytes)
    }

    @Test("Small writes share a record")
    func small() throws { #expect(try pack([300, 4000, 1, 0]).sizes == [4301]) }

    @Test("Nothing written is no record")
    func empty() throws { #expect(try pack([0, 0]).sizes == []) }

    @Test("Whole records of a large write go as one, the rest with what follows")
    func large() throws {
        #expect(try pack([3 * 16384 + 10, 20]).sizes == [3 * 16384, 30])
        #expect(try pack([16384]).sizes == [16384])
    }

    @Test("A header in front of a large body fills the first record")
    func headerAndBody() throws {
        #expect(try pack([300, 40000]).sizes == [16384, 16384, 7532])
    }

    @Test(
        "Every byte comes out once and in order",
        arguments: [[1, 16383, 2], [16384, 16385, 5], [70000, 3, 70000]]
    )
    func order(_ sizes: [Int]) throws {
        let expected = sizes.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element) }
        #expect(try pack(sizes).bytes == expected)
    }
}
