/// Names of application protocols in ALPN's wire form (RFC 7301 §3.1): each preceded by its length.
final class ProtocolList: Sendable {
    let wire: [UInt8]

    /// Refuses names that are empty or longer than 255 bytes.
    init(_ names: [String]) throws(TLSError) {
        var wire: [UInt8] = []
        for name in names {
            guard let length = UInt8(exactly: name.utf8.count), length > 0 else {
                throw TLSError(.configurationRejected, "\"\(name)\" is no application protocol: 1 to 255 bytes are.")
            }
            wire.append(length)
            wire.append(contentsOf: name.utf8)
        }
        self.wire = wire
    }

    /// The server's first protocol that the client offers too, as its range in `offer`; nil if there is none or the
    /// offer is malformed.
    func firstChoice(from offer: Span<UInt8>) -> Range<Int>? {
        var own = 0
        while own < wire.count {
            let ownEnd = own + 1 + Int(wire[own])
            var index = 0
            while index < offer.count {
                let end = index + 1 + Int(offer[index])
                guard end <= offer.count else { return nil }
                if end - index == ownEnd - own, matches(offer, at: index, own: own, count: end - index) {
                    return index + 1..<end
                }
                index = end
            }
            own = ownEnd
        }
        return nil
    }

    private func matches(_ offer: Span<UInt8>, at index: Int, own: Int, count: Int) -> Bool {
        for offset in 0..<count where offer[index + offset] != wire[own + offset] { return false }
        return true
    }
}
