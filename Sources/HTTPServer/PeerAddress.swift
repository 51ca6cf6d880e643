import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The address of a peer, as it is logged and as it is counted.
enum PeerAddress {
    /// What stands in the log.
    static func text(_ address: SocketAddress?) -> String { address?.ipAddress ?? "unknown" }

    /// Under what it is counted: an IPv6 address by its first 64 bits, which one subscriber has all to itself.
    static func key(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
        var bytes = [UInt8](repeating: 0, count: 16)
        // An IPv6 address fills sixteen bytes; a zone is no part of it.
        guard inet_pton(AF_INET6, String(text.prefix { $0 != "%" }), &bytes) == 1 else { return text }
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xff, bytes[11] == 0xff {
            return bytes[12...].map { String($0) }.joined(separator: ".")
        }
        return bytes[..<8].map { String($0, radix: 16) }.joined(separator: ":") + "/64"
    }
}
