import NIOCore

/// Packs many small writes into few TLS records: one encryption call per 16 KiB instead of one per write.
struct RecordPacker {
    /// The most plaintext one record carries (RFC 8446 §5.1).
    static let recordByteCount = 16 * 1024

    private var partial: ByteBuffer

    init(_ allocator: ByteBufferAllocator) { partial = allocator.buffer(capacity: 0) }

    /// Adds one write; hands full records to `encrypt`.
    ///
    /// Whole records inside a large write are not copied.
    mutating func add(
        _ plaintext: ByteBuffer,
        encrypt: (ByteBuffer) throws(TLSError) -> Void
    ) throws(TLSError) {
        var rest = plaintext
        while rest.readableBytes > 0 {
            if partial.readableBytes == 0, rest.readableBytes >= Self.recordByteCount {
                let wholeCount = rest.readableBytes / Self.recordByteCount * Self.recordByteCount
                if let whole = rest.readSlice(length: wholeCount) { try encrypt(whole) }
                continue
            }
            let room = Self.recordByteCount - partial.readableBytes
            if var piece = rest.readSlice(length: min(room, rest.readableBytes)) { partial.writeBuffer(&piece) }
            if partial.readableBytes == Self.recordByteCount { try finish(encrypt: encrypt) }
        }
    }

    /// Hands over what does not fill a record.
    mutating func finish(encrypt: (ByteBuffer) throws(TLSError) -> Void) throws(TLSError) {
        guard partial.readableBytes > 0 else { return }
        try encrypt(partial)
        partial.clear()
    }
}
