import COpenSSL

/// Texts of certificates.
enum X509Text {
    /// The subject as RFC 2253 writes it, in UTF-8.
    static func subject(of certificate: OpaquePointer) -> String? {
        guard let memory = BIO_new(BIO_s_mem()) else { return nil }
        // Made above, used here only.
        defer { BIO_free(memory) }
        // The name belongs to the certificate, which the caller holds.
        guard COpenSSL_X509_NAME_print_RFC2253(memory, X509_get_subject_name(certificate)) >= 0 else { return nil }
        return String(decoding: contents(of: memory), as: UTF8.self)
    }

    /// A memory BIO with a copy of the bytes; the caller frees it.
    static func memory(holding bytes: [UInt8]) -> OpaquePointer? {
        guard let memory = BIO_new(BIO_s_mem()) else { return nil }
        // BIO_write copies the array's bytes during the call.
        guard BIO_write(memory, bytes, Int32(clamping: bytes.count)) == bytes.count else {
            BIO_free(memory)
            return nil
        }
        return memory
    }

    /// All bytes in a memory BIO.
    static func contents(of memory: OpaquePointer) -> [UInt8] {
        let count = BIO_ctrl_pending(memory)
        return [UInt8](unsafeUninitializedCapacity: count) { space, initialized in
            // `space` holds `count` bytes; BIO_read says how many it has written.
            initialized = max(0, Int(BIO_read(memory, space.baseAddress, Int32(clamping: count))))
        }
    }
}
