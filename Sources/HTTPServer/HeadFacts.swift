import NIOHTTP1

/// What the fields of a request's head say that the server acts on, read in one pass.
struct HeadFacts {
    /// The client's own id for the request.
    private(set) var requestID: String?
    private(set) var host: String?
    private(set) var authorization: String?
    private(set) var contentType: String?
    private(set) var contentEncoding: String?
    private(set) var contentLength: String?
    private(set) var transferEncoding: String?
    private(set) var expectation: String?
    /// What `Upgrade` offers, all its fields together.
    private(set) var upgrade: String?
    /// The first of these fields that is there twice: which of the two holds could be read both ways.
    private(set) var repeatedName: String?
    /// Target, names and values with what separates them.
    private(set) var byteCount: Int

    init(_ head: HTTPRequestHead) {
        byteCount = head.uri.utf8.count
        for (name, value) in head.headers {
            byteCount += name.utf8.count + value.utf8.count + 4
            note(name, value)
        }
    }

    /// The length tells most names apart from those that matter.
    private mutating func note(_ name: String, _ value: String) {
        switch name.utf8.count {
        case 4 where name.isField("host"): host = kept(host, value, "Host")
        case 6 where name.isField("expect"): expectation = kept(expectation, value, "Expect")
        case 7 where name.isField("upgrade"): upgrade = upgrade.map { "\($0), \(value)" } ?? value
        case 12 where name.isField("content-type"): contentType = kept(contentType, value, "Content-Type")
        case 12 where name.isField("x-request-id"): requestID = kept(requestID, value, "X-Request-ID")
        case 13 where name.isField("authorization"): authorization = kept(authorization, value, "Authorization")
        case 14 where name.isField("content-length"): contentLength = kept(contentLength, value, "Content-Length")
        case 16 where name.isField("content-encoding"):
            contentEncoding = kept(contentEncoding, value, "Content-Encoding")
        case 17 where name.isField("transfer-encoding"):
            transferEncoding = kept(transferEncoding, value, "Transfer-Encoding")
        default: break
        }
    }

    private mutating func kept(_ former: String?, _ value: String, _ name: String) -> String {
        guard let former else { return value }
        repeatedName = repeatedName ?? name
        return former
    }

    /// `Content-Length`, nil if there is none.
    ///
    /// More than an `Int` holds is the most that it holds.
    var declaredLength: Int? {
        guard let contentLength, !contentLength.isEmpty,
            contentLength.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        return Int(contentLength) ?? .max
    }

    var hasBody: Bool { transferEncoding != nil || declaredLength ?? 0 > 0 }

    var asksForWebSocket: Bool { upgrade?.lowercased().contains("websocket") ?? false }
}

extension String {
    /// Whether it is this field's name, which is given in small letters and as long.
    fileprivate func isField(_ name: StaticString) -> Bool {
        var index = 0
        return utf8.allSatisfy { byte in
            // `index` stays below the length of `name`, which is that of `self`.
            let expected = name.utf8Start[index]
            index += 1
            return byte == expected || byte | 0x20 == expected && UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        }
    }
}
