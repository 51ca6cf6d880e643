import CourtFormats
import Testing

@Suite("ResidentID")
struct ResidentIDTests {
    let today: CalendarDate

    init() throws { today = try date("2018-06-29") }

    @Test("accepts the standard's own examples")
    func accepts() throws {
        let first = try ResidentID(parsing: "11010519491231002X", today: today)
        #expect(first.birthDate.iso == "1949-12-31")
        #expect(first.sex == .female)
        #expect(first.regionCode == "110105")
        let second = try ResidentID(parsing: "440524188001010014", today: today)
        #expect(second.birthDate.iso == "1880-01-01")
        #expect(second.sex == .male)
    }

    @Test("reads a small x as X")
    func normalises() throws {
        let id = try ResidentID(parsing: "11010519491231002x", today: today)
        #expect(id.text == "11010519491231002X")
        #expect(id == (try ResidentID(parsing: "11010519491231002X", today: today)))
    }

    @Test(
        "refuses with the first reason that applies",
        arguments: [
            ("", "ID_NUMBER_LENGTH", "公民身份号码应为18位"),
            ("110105491231002", "ID_NUMBER_LENGTH", "公民身份号码应为18位"),
            ("11010519491231002X1", "ID_NUMBER_LENGTH", "公民身份号码应为18位"),
            ("11010519491231002Y", "ID_NUMBER_CHARSET", "公民身份号码含非法字符"),
            ("1101051949123100X2", "ID_NUMBER_CHARSET", "公民身份号码含非法字符"),
            ("１1010519491231002X", "ID_NUMBER_CHARSET", "公民身份号码含非法字符"),
            ("公民身份号码公民身份号码公民身份号码", "ID_NUMBER_CHARSET", "公民身份号码含非法字符"),
            ("100105194912310021", "ID_NUMBER_REGION", "公民身份号码地区码无效"),
            ("990105194912310021", "ID_NUMBER_REGION", "公民身份号码地区码无效"),
            ("140302199002301239", "ID_NUMBER_BIRTHDATE", "公民身份号码出生日期无效"),
            ("140302184912311239", "ID_NUMBER_BIRTHDATE", "公民身份号码出生日期无效"),
            ("140302201806301239", "ID_NUMBER_BIRTHDATE", "公民身份号码出生日期无效"),
            ("110105194912310021", "ID_NUMBER_CHECKSUM", "公民身份号码校验码错误"),
            ("110105194912310020", "ID_NUMBER_CHECKSUM", "公民身份号码校验码错误"),
        ]
    )
    func refuses(text: String, code: String, message: String) {
        #expect(throws: FormatError(code: code, message: message)) { try ResidentID(parsing: text, today: today) }
    }

    @Test("an imported number of fifteen digits is the same person's of eighteen")
    func fifteenDigits() throws {
        let imported = try ResidentID(imported: "110105491231002", today: today)
        #expect(imported.text == "11010519491231002X")
        #expect(imported == (try ResidentID(parsing: "11010519491231002X", today: today)))
        #expect(imported.birthDate.iso == "1949-12-31")
        #expect(imported.sex == .female)
        #expect(try ResidentID(imported: "11010519491231002x", today: today) == imported)
    }

    @Test(
        "an imported number keeps the rules",
        arguments: [
            ("11010549123100", "ID_NUMBER_LENGTH"), ("1101054912310021", "ID_NUMBER_LENGTH"),
            ("11010549123100X", "ID_NUMBER_CHARSET"),
            ("１10105491231002", "ID_NUMBER_CHARSET"), ("990105491231002", "ID_NUMBER_REGION"),
            ("110105490231002", "ID_NUMBER_BIRTHDATE"),
            ("110105194912310021", "ID_NUMBER_CHECKSUM"), ("", "ID_NUMBER_LENGTH"),
        ]
    )
    func fifteenDigitRules(text: String, code: String) {
        #expect {
            try ResidentID(imported: text, today: today)
        } throws: {
            ($0 as? FormatError)?.code == code
        }
    }

    @Test("accepts a retired region, as only the province is checked")
    func retiredRegion() throws {
        // 140301 has not been a county since the city's districts were drawn; the check digit is computed for it.
        #expect(try ResidentID(parsing: "140301188801010016", today: today).regionCode == "140301")
    }

    @Test("a change of any one digit is found")
    func findsChanges() {
        let digits = Array("440524188001010014")
        for position in 14..<18 {
            for replacement in "0123456789" where replacement != digits[position] {
                var changed = digits
                changed[position] = replacement
                #expect(throws: FormatError.self) { try ResidentID(parsing: String(changed), today: today) }
            }
        }
    }

    @Test("shows itself masked wherever it is printed")
    func masks() throws {
        let id = try ResidentID(parsing: "11010519491231002X", today: today)
        #expect(id.masked == "11**************2X")
        #expect("\(id)" == id.masked)
        #expect(String(reflecting: id) == id.masked)
        var dumped = ""
        dump([id], to: &dumped)
        #expect(!dumped.contains("1949"))
    }

    @Test("never echoes the value in an error")
    func noEcho() {
        do {
            _ = try ResidentID(parsing: "140302199002301239", today: today)
            Issue.record("the date is impossible")
        } catch {
            #expect(!error.description.contains("1403"))
            #expect(error.description == "公民身份号码出生日期无效 [ID_NUMBER_BIRTHDATE]")
        }
    }
}
