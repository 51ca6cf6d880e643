/// Limits the bytes of a request that say nothing: empty lines before it, spaces around values, what is written about
/// chunks, fields after them.
///
/// The parser keeps none of them, and so counts none. Pure: it is told what went into the parser and what came out, piece
/// by piece; a piece in which a request begins or ends goes free, so pieces must be small.
struct MessageMeter: Hashable {
    /// What may be said about chunks beyond `perChunk` for each of them.
    static let allowance = 16 * 1024
    private static let perChunk = 16
    /// Line ends, colons and spaces among the header fields.
    private static let headAllowance = 8 * 1024

    private let maxHeaderBytes: Int
    private var isInBody = false
    private var headByteCount = 0
    private var excess = 0
    // Of the current piece.
    private var hasBoundary = false
    private var bodyByteCount = 0
    private var bodyPartCount = 0

    init(maxHeaderBytes: Int) { self.maxHeaderBytes = maxHeaderBytes }

    mutating func countHead() {
        isInBody = true
        hasBoundary = true
    }

    mutating func countBody(_ byteCount: Int) {
        bodyByteCount += byteCount
        bodyPartCount += 1
    }

    mutating func countEnd() {
        isInBody = false
        hasBoundary = true
    }

    /// A piece has gone into the parser whole; a refusal if too much was said about too little.
    mutating func finishPiece(_ byteCount: Int) -> Refusal? {
        defer {
            hasBoundary = false
            bodyByteCount = 0
            bodyPartCount = 0
        }
        guard !hasBoundary else {
            headByteCount = 0
            excess = 0
            return nil
        }
        if isInBody {
            // As much again as the data itself, twice, is what the smallest chunks need.
            excess = max(0, excess + byteCount - 3 * bodyByteCount - Self.perChunk * bodyPartCount)
            return excess > Self.allowance ? .badRequest("The body's chunks carry more than their data.") : nil
        }
        headByteCount += byteCount
        return headByteCount > maxHeaderBytes + Self.headAllowance ? .headersTooLarge(limit: maxHeaderBytes) : nil
    }

    /// Whether the head that is arriving is certainly within the limit of bytes.
    func isHeadShort(_ pieceByteCount: Int) -> Bool { !isInBody && headByteCount + pieceByteCount <= maxHeaderBytes }
}
