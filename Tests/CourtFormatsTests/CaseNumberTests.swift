import CourtFormats
import Testing

@Suite("CaseNumber")
struct CaseNumberTests {
    let today: CalendarDate

    init() throws { today = try date("2018-06-29") }

    @Test("takes a number of 2016 and later apart")
    func standard() throws {
        let number = try CaseNumber(parsing: "（2017）晋03民终1675号", today: today)
        #expect(number.form == .standard)
        #expect(number.year == 2017)
        #expect(number.courtCode?.text == "晋03")
        #expect(number.courtCode?.level == .intermediate)
        #expect(number.specialty == nil)
        #expect(number.typeCode == "民终")
        #expect(number.serial == 1675)
        #expect(number.suffix == nil)
        #expect(number.text == "（2017）晋03民终1675号")
    }

    @Test(
        "knows courts of every level, the specialty and the suffix",
        arguments: [
            ("（2017）最高法民申12号", "最高法", "", "民申", ""),
            ("（2017）最高法知民终12号", "最高法", "知", "民终", ""),
            ("（2018）晋民再7号", "晋", "", "民再", ""),
            ("（2018）京73行初7号", "京73", "", "行初", ""),
            ("（2018）晋0321执恢7号之一", "晋0321", "", "执恢", "之一"),
            ("（2018）晋0302执7号之二十一", "晋0302", "", "执", "之二十一"),
            ("（2018）兵01刑核12345678号", "兵01", "", "刑核", ""),
            ("（2018）军0101刑初1号", "军0101", "", "刑初", ""),
            ("（2018）晋03司救访3号", "晋03", "", "司救访", ""),
        ]
    )
    func parts(text: String, court: String, specialty: String, type: String, suffix: String) throws {
        let number = try CaseNumber(parsing: text, today: today)
        #expect(number.courtCode?.text == court)
        #expect(number.specialty.map(String.init) ?? "" == specialty)
        #expect(number.typeCode == type)
        #expect(number.suffix ?? "" == suffix)
        #expect(number.description == text)
    }

    @Test(
        "numbers written differently are equal",
        arguments: [
            "(2017)晋03民终123号", "[2017]晋03民终123号", "〔2017〕晋03民终123号", "（２０１７）晋０３民终１２３号", " （2017） 晋03 民终 123 号 ",
            "(2017）晋03民终00123号", "（2017）\u{3000}晋03民终123号", "【2017】晋03民终123号", "〖2017〗晋03民终123号",
            "﹙2017﹚晋03民终123号", "（2017）晋03\u{200B}民终123号\u{FEFF}",
        ]
    )
    func normalises(text: String) throws {
        let expected = try CaseNumber(parsing: "（2017）晋03民终123号", today: today)
        let number = try CaseNumber(parsing: text, today: today)
        #expect(number == expected)
        #expect(number.text == expected.text)
    }

    @Test(
        "accepts numbers from before 2016 as legacy",
        arguments: [
            ("（2009）阳民终字第123号", "阳民终", 123, ""), ("（2012）平民初字第52号", "平民初", 52, ""),
            ("(2003)阳中法民一终字第000007号", "阳中法民一终", 7, ""), ("（1999）晋刑二终字第12-3号", "晋刑二终", 12, "-3"),
            ("（2005）字字第1号", "字", 1, ""),
        ]
    )
    func legacy(text: String, prefix: String, serial: Int, suffix: String) throws {
        let number = try CaseNumber(parsing: text, today: today)
        #expect(number.form == .legacy)
        #expect(number.legacyPrefix == prefix)
        #expect(number.serial == serial)
        #expect(number.suffix ?? "" == suffix)
        #expect(number.courtCode == nil && number.typeCode == nil)
    }

    @Test(
        "refuses other forms",
        arguments: [
            "", "2017晋03民终123号", "（2017）", "（17）晋03民终123号", "（20170）晋03民终123号", "（2017）晋3民终123号",
            "（2017）晋032民终123号", "（2017）晋03210民终123号", "（2017）民终123号", "（2017）晋03123号", "（2017）晋03民终号",
            "（2017）晋03民终123", "（2017）晋03民终123号之", "（2017）晋03民终123号之1", "（2017）晋03民终123号附",
            "（2017）晋03民终123456789号", "（2017）晋03民终0号", "（2017）晋03民事二审案123号",
            "（2009）字第123号", "（2009）阳民终字第1234567号", "（2009）阳民终字第123-号", "（2009）阳民终第123号",
            "（2017）晋03民终-123号", "（2017）晋03民终1a号",
        ]
    )
    func refusesForms(text: String) {
        #expect(throws: FormatError(code: "CASE_NO_FORMAT", message: "案号格式错误")) {
            try CaseNumber(parsing: text, today: today)
        }
    }

    @Test("refuses a prefix longer than twelve characters before 字第")
    func longPrefix() throws {
        let twelve = String(repeating: "民", count: 12)
        #expect(try CaseNumber(parsing: "（2009）\(twelve)字第1号", today: today).form == .legacy)
        #expect(throws: FormatError(code: "CASE_NO_FORMAT", message: "案号格式错误")) {
            try CaseNumber(parsing: "（2009）\(twelve)民字第1号", today: today)
        }
    }

    @Test(
        "refuses years before 1949 and after today's",
        arguments: ["（1948）阳民终字第1号", "（2019）晋03民终1号", "（0000）晋03民终1号"]
    )
    func years(text: String) {
        #expect(throws: FormatError(code: "CASE_NO_YEAR", message: "案号年度无效")) {
            try CaseNumber(parsing: text, today: today)
        }
    }

    @Test(
        "refuses a type that is not in the table",
        arguments: ["（2017）晋03民问1号", "（2017）晋03信访1号", "（2017）晋03知知民1号", "（2017）晋03知1号", "（2017）晋03民终字第123号"]
    )
    func types(text: String) {
        #expect(throws: FormatError(code: "CASE_NO_TYPE_UNKNOWN", message: "案件类型代字不存在")) {
            try CaseNumber(parsing: text, today: today)
        }
    }

    @Test(
        "knows the types that the standard lists and the table had left out",
        arguments: [
            "赔辖", "赔辖终", "刑止", "刑止调", "刑止核", "刑教", "刑教解", "刑教复", "刑教监", "民保令", "民保更", "民破", "民算", "赔确监", "赔他",
            "请移管", "助移管", "请移赃", "助移赃", "协外送", "请外送", "协外调", "请外调", "请外移", "协外移", "请外引", "协外引",
        ]
    )
    func listedTypes(type: String) throws {
        #expect(try CaseNumber(parsing: "（2018）晋0302\(type)1号", today: today).typeCode == type)
    }

    @Test(
        "refuses types that no list has",
        arguments: ["刑辖监", "行辖监", "行赔辖", "刑没终", "刑没监", "委赔他", "法赔他", "民终再", "赔辖监"]
    )
    func unlistedTypes(type: String) {
        #expect(throws: FormatError(code: "CASE_NO_TYPE_UNKNOWN", message: "案件类型代字不存在")) {
            try CaseNumber(parsing: "（2018）晋03\(type)1号", today: today)
        }
    }

    @Test("every type of the table has three characters at most and is read back")
    func table() throws {
        #expect(CaseType.all.count == 131)
        for type in CaseType.all {
            #expect(type.count <= 3)
            #expect(try CaseNumber(parsing: "（2018）晋03\(type)1号", today: today).typeCode == type)
        }
    }
}
