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
}
