import CourtFormats
import Testing

@Suite("PhoneNumber and UnifiedSocialCreditCode")
struct ContactFormatTests {
    @Test(
        "reads mobile numbers however they are spaced",
        arguments: ["15412345678", "+86 154 1234 5678", "+86-154-1234-5678", "154-1234-5678", " 15412345678 "]
    )
    func mobiles(text: String) throws {
        let number = try PhoneNumber(mobile: text)
        #expect(number.text == "15412345678")
        #expect(number.masked == "154****5678")
        #expect("\(number)" == "154****5678")
    }

    @Test(
        "refuses what is no mobile number",
        arguments: [
            "", "12345678901", "1541234567", "154123456789", "8615412345678", "+8515412345678", "1541234567a",
            "１５４12345678", "05412345678",
        ]
    )
    func refusesMobiles(text: String) {
        #expect(throws: FormatError(code: "MOBILE_INVALID", message: "手机号码格式错误")) { try PhoneNumber(mobile: text) }
    }

    @Test("reads an organisation's code and raises its letters")
    func organisations() throws {
        let code = try UnifiedSocialCreditCode(parsing: "91350100m000100y43")
        #expect(code.text == "91350100M000100Y43")
        #expect(code.masked == "**************0Y43")
    }

    @Test(
        "refuses a wrong code of an organisation",
        arguments: [
            "", "91350100M000100Y44", "91350100M000100Y4", "91350100M000100Y433", "91350100I000100Y43",
            "91350100M000100Y4３",
        ]
    )
    func refusesOrganisations(text: String) {
        #expect(throws: FormatError(code: "USCC_INVALID", message: "统一社会信用代码无效")) {
            try UnifiedSocialCreditCode(parsing: text)
        }
    }

    @Test(
        "reads landline numbers with their area codes, however they are bracketed",
        arguments: [
            ("0353-2293114", "0353-2293114"), ("（0353）2293114", "0353-2293114"), ("03532293114", "0353-2293114"),
            ("+86 353 2293114", "0353-2293114"), ("010-65299999", "010-65299999"), ("01065299999", "010-65299999"),
            ("0351-7654321-8012", "0351-7654321-8012"), ("＋86", nil), ("2293114", nil), ("0353-229311", nil),
            ("0353-1293114", nil), ("0353-229311a", nil), ("035-2293114", nil), ("0353-2293114-1234567", nil),
            ("", nil),
            ("0353-2293114-1-2", nil), ("15412345678", nil),
        ] as [(String, String?)]
    )
    func landlines(text: String, number: String?) {
        #expect((try? LandlineNumber(parsing: text))?.text == number)
    }

    @Test("shows of a landline number its area and its end")
    func maskedLandline() throws {
        #expect("\(try LandlineNumber(parsing: "0353-2293114"))" == "0353-****114")
        #expect(throws: FormatError(code: "LANDLINE_INVALID", message: "固定电话号码格式错误")) {
            try LandlineNumber(parsing: "x")
        }
    }

    @Test(
        "reads e-mail addresses, and writes their domain in one way",
        arguments: [
            ("Chen.Zhi+a@Mail.Example.CN", "Chen.Zhi+a@mail.example.cn"), ("a@b.co", "a@b.co"), ("a@b", nil),
            ("@b.co", nil), ("a@", nil), ("a b@c.cn", nil), (".a@b.cn", nil), ("a..b@c.cn", nil), ("a@-b.cn", nil),
            ("a@b..cn", nil), ("a@b@c.cn", nil), ("陈@b.cn", nil), ("a@1.2.3.4", nil), ("a\u{0}@b.cn", nil),
        ] as [(String, String?)]
    )
    func emails(text: String, address: String?) {
        #expect((try? EmailAddress(parsing: text))?.text == address)
    }

    @Test("shows of an e-mail address its first character and its domain")
    func maskedEmail() throws {
        #expect("\(try EmailAddress(parsing: "chen@example.cn"))" == "c***@example.cn")
        let long = String(repeating: "a", count: 65) + "@b.cn"
        #expect(throws: FormatError(code: "EMAIL_INVALID", message: "电子邮箱格式错误")) { try EmailAddress(parsing: long) }
    }
}
