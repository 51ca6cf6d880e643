import FieldEncryption
import Testing

@Suite("KeyRing")
struct KeyRingTests {
    let ring: KeyRing
    let context = "petitioner.id_number"

    init() throws { ring = try KeyRing.generate() }

    @Test(
        "opens what it sealed",
        arguments: ["", "1", "11010519491231002X", "山西省阳泉市盂县人民路281号", String(repeating: "长", count: 40_000)]
    )
    func roundTrips(text: String) throws {
        let sealed = try ring.seal(text, context: context)
        #expect(sealed.count == text.utf8.count + 31)
        #expect(sealed.prefix(3) == [1, 0, 1])
        #expect(try ring.openText(sealed, context: context) == text)
        #expect(try ring.open(sealed, context: context) == Array(text.utf8))
    }

    @Test("seals one value differently each time")
    func differs() throws {
        #expect(try ring.seal("阳泉", context: context) != ring.seal("阳泉", context: context))
    }

    @Test("finds a change of any bit")
    func findsChanges() throws {
        let sealed = try ring.seal("154", context: context)
        for position in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[position] ^= 1 << bit
                let error = #expect(throws: FieldEncryptionError.self) { try ring.open(changed, context: context) }
                let expected: [FieldEncryptionError.Code] = [.malformed, .unknownKey, .unknownKey]
                #expect(error?.code == (position < 3 ? expected[position] : .tampered))
            }
        }
    }

    @Test("finds a value that is cut or lengthened")
    func findsLengths() throws {
        let sealed = try ring.seal("11010519491231002X", context: context)
        for count in 0..<sealed.count {
            let error = #expect(throws: FieldEncryptionError.self) {
                try ring.open(Array(sealed.prefix(count)), context: context)
            }
            #expect(error?.code == (count < 31 ? .malformed : .tampered))
        }
        let error = #expect(throws: FieldEncryptionError.self) { try ring.open(sealed + [0], context: context) }
        #expect(error?.code == .tampered)
    }

    @Test("opens a value in the column for which it was sealed only")
    func bindsContext() throws {
        let sealed = try ring.seal("15412345678", context: "petitioner.mobile")
        let error = #expect(throws: FieldEncryptionError.self) { try ring.open(sealed, context: "petitioner.address") }
        #expect(error?.code == .tampered)
        #expect(error?.message.contains("154") == false)
    }

    @Test("tells a foreign key by its id, and a foreign ring by the tag")
    func foreignKeys() throws {
        let sealed = try ring.addingKey().seal("1", context: context)
        let unknown = #expect(throws: FieldEncryptionError.self) { try ring.open(sealed, context: context) }
        #expect(unknown == FieldEncryptionError(.unknownKey, "key 2 is not in the ring, which has [1]"))
        let other = try KeyRing.generate()
        let foreign = #expect(throws: FieldEncryptionError.self) {
            try other.open(ring.seal("1", context: context), context: context)
        }
        #expect(foreign?.code == .tampered)
    }

    @Test("refuses a sealed value that is no text")
    func notText() throws {
        let sealed = try ring.seal([0xFF], context: context)
        let error = #expect(throws: FieldEncryptionError.self) { try ring.openText(sealed, context: context) }
        #expect(error?.code == .malformed)
        #expect(try ring.open(sealed, context: context) == [0xFF])
    }

    @Test("rotates: old values open and are told apart, new ones use the new key")
    func rotates() throws {
        let old = try ring.seal("阳泉", context: context)
        #expect(try !ring.needsRotation(old))
        let rotated = try ring.addingKey()
        #expect(rotated.keyIDs == [1, 2])
        #expect(rotated.activeKeyID == 2)
        #expect(try rotated.openText(old, context: context) == "阳泉")
        #expect(try rotated.needsRotation(old))
        let new = try rotated.seal("阳泉", context: context)
        #expect(new.prefix(3) == [1, 0, 2])
        #expect(try !rotated.needsRotation(new))
        #expect(throws: FieldEncryptionError.self) { try rotated.needsRotation([]) }
    }

    @Test("matches equal values of one column, across rotation and not across rings")
    func matches() throws {
        let hash = try ring.matchHash("11010519491231002X", context: context)
        #expect(hash.count == 32)
        #expect(try ring.matchHash("11010519491231002X", context: context) == hash)
        #expect(try ring.addingKey().matchHash("11010519491231002X", context: context) == hash)
        #expect(try ring.matchHash("110105194912310021", context: context) != hash)
        #expect(try ring.matchHash("11010519491231002X", context: "petitioner.mobile") != hash)
        #expect(try KeyRing.generate().matchHash("11010519491231002X", context: context) != hash)
    }

    @Test("hashes context, zero byte and value with HMAC-SHA256 under the match key")
    func matchHashKnownAnswer() throws {
        let match = [UInt8](repeating: 7, count: 32)
        let zeros = Base64.encode([UInt8](repeating: 0, count: 32))
        let ring = try KeyRing(parsing: "match \(Base64.encode(match))\nkey 1 \(zeros)\n")
        let expected = try Digest.hmacSHA256(Array("t.c\u{0}v".utf8), key: match)
        #expect(try ring.matchHash("v", context: "t.c") == expected)
    }

    @Test("opens a value sealed by another implementation")
    func openKnownAnswer() throws {
        let key = Base64.encode((0..<32).map { UInt8($0) })
        let ring = try KeyRing(parsing: "match \(key)\nkey 258 \(key)")
        // Made by the AESGCM of Python's cryptography: nonce 64…6f, additional data 010102 and the context.
        let header = "010102" + "6465666768696a6b6c6d6e6f"
        let body = "792eea574bda62ab085567d2a954a1f69ab683cbc93a3d14182289"
        let sealed = try #require(Hex.decode(header + body))
        #expect(try ring.openText(sealed, context: "petitioner.mobile") == "15412345678")
    }

    @Test("reads the text that it writes")
    func text() throws {
        let rotated = try ring.addingKey().addingKey()
        let copy = try KeyRing(parsing: "# keys\n\n" + rotated.text)
        #expect(copy.text == rotated.text)
        #expect(copy.keyIDs == [1, 2, 3])
        #expect(try copy.openText(ring.seal("1", context: context), context: context) == "1")
        #expect(try KeyRing(parsing: rotated.text.replacing("\n", with: "\r\n")).text == rotated.text)
    }

    @Test(
        "refuses a wrong text with its line, never its keys",
        arguments: [
            ("", "a key ring has one match key and at least one key"),
            ("match K\n", "a key ring has one match key and at least one key"),
            ("key 1 K\n", "a key ring has one match key and at least one key"),
            ("match K\nmatch K\nkey 1 K", "line 2 of the key ring: there is only one match key"),
            ("match K\nkey 0 K", "line 2 of the key ring: key ids rise from 1 to 65535"),
            ("match K\nkey 2 K\nkey 2 K", "line 3 of the key ring: key ids rise from 1 to 65535"),
            ("match K\nkey 65536 K", "line 2 of the key ring: key ids rise from 1 to 65535"),
            ("match K\nkey one K", "line 2 of the key ring: key ids rise from 1 to 65535"),
            ("match K\nkey 1 c2hvcnQ=", "line 2 of the key ring: a key is 32 bytes in base64"),
            ("match K=\nkey 1 K", "line 1 of the key ring: a key is 32 bytes in base64"),
            ("match K\nkey 1", "line 2 of the key ring: expected \"match BASE64\" or \"key ID BASE64\""),
            ("1 K K", "line 1 of the key ring: expected \"match BASE64\" or \"key ID BASE64\""),
        ]
    )
    func refusesText(text: String, message: String) {
        let key = Base64.encode([UInt8](repeating: 9, count: 32))
        #expect(throws: FieldEncryptionError(.keyRingInvalid, message)) {
            try KeyRing(parsing: text.replacing("K", with: key))
        }
    }

    @Test("shows no key wherever it is printed")
    func hidesKeys() {
        #expect("\(ring)" == "KeyRing(1)")
        #expect(String(reflecting: ring) == "KeyRing(1)")
        var dumped = ""
        dump([ring], to: &dumped)
        #expect(!dumped.contains("secret") && !dumped.contains("matchKey"))
    }
}
