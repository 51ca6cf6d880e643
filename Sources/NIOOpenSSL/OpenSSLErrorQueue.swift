import COpenSSL

/// OpenSSL's error queue of the current thread.
enum OpenSSLErrorQueue {
    /// Forgets older errors, so that what is found after a call belongs to it.
    static func clear() { ERR_clear_error() }

    /// Takes the reason of the earliest error and forgets the rest.
    static func takeReason() -> String? {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0 else { return nil }
        // The reason is a static, NUL-terminated string of the library.
        if let reason = ERR_reason_error_string(code) { return String(cString: reason) }
        return "OpenSSL error \(code)"
    }
}
