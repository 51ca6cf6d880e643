import CourtFormats
import Testing

@Suite("CourtCode, RegionCode and InternalNumber")
struct CourtCodeTests {
    @Test(
        "reads codes of the four levels",
        arguments: [
            ("最高法", CourtCode.Level.supreme, "140000", ""), ("晋", .high, "140000", "最高法"),
            ("晋03", .intermediate, "140300", "晋"),
            ("晋0321", .basic, "140321", "晋03"), ("粤0781", .basic, "440781", "粤07"),
        ]
    )
    func levels(text: String, level: CourtCode.Level, region: String, parent: String) throws {
        let code = try CourtCode(parsing: text)
        #expect(code.level == level)
        #expect(code.parent?.text ?? "" == parent)
        #expect(code.description == text)
        guard level != .supreme else { return }
        #expect(CourtCode(region: try RegionCode(parsing: region)) == code)
    }

    @Test(
        "refuses what no court can have",
        arguments: ["", "X", "阳", "晋3", "晋032", "晋03210", "晋０３", "晋03 ", "03", "最高", "最高法1", "晋03晋"]
    )
    func refuses(text: String) {
        #expect(throws: FormatError(code: "COURT_CODE_UNKNOWN", message: "法院代字不存在")) { try CourtCode(parsing: text) }
    }

    @Test("derives the courts of Yangquan and the Supreme Court from their regions")
    func derives() throws {
        let codes = [
            "140302": "晋0302", "140303": "晋0303", "140311": "晋0311", "140322": "晋0322", "140300": "晋03",
            "100000": "最高法",
            "150100": "内01", "520100": "黔01",
        ]
        for (region, code) in codes { #expect(CourtCode(region: try RegionCode(parsing: region))?.text == code) }
        #expect(CourtCode(region: try RegionCode(parsing: "810000")) == nil)
    }

    @Test("knows which court stands within another")
    func within() throws {
        let basic = try CourtCode(parsing: "晋0321")
        #expect(basic.isWithin(basic))
        #expect(basic.isWithin(try CourtCode(parsing: "晋03")))
        #expect(basic.isWithin(try CourtCode(parsing: "晋")))
        #expect(basic.isWithin(.supreme))
        #expect(!basic.isWithin(try CourtCode(parsing: "晋02")))
        #expect(!(try CourtCode(parsing: "晋03")).isWithin(basic))
    }

    @Test("climbs regions from the county to the country")
    func regions() throws {
        let county = try RegionCode(parsing: "140321")
        #expect(county.level == .county)
        #expect(county.parent?.text == "140300")
        #expect(county.parent?.parent?.text == "140000")
        #expect(county.parent?.parent?.parent == .nation)
        #expect(RegionCode.nation.parent == nil)
        #expect(county.province?.courtCharacter == "晋")
        #expect([RegionCode.nation.level, county.parent?.level] == [.nation, .prefecture])
    }

    @Test(
        "refuses regions of no province",
        arguments: [
            "", "14030", "1403021", "14030a", "１４０３０２", "000000", "100001", "160000", "830000", "990000", "+14030",
            "149999", "140399", "149900", "110199", "659999", "710001",
        ]
    )
    func refusesRegions(text: String) {
        #expect(throws: FormatError(code: "REGION_CODE_UNKNOWN", message: "行政区划代码不存在")) {
            try RegionCode(parsing: text)
        }
    }

    @Test(
        "knows every code that was ever in force",
        arguments: ["110103", "142401", "330113", "140301", "429004", "820000", "659012", "511102"]
    )
    func oldAndNewRegions(text: String) throws {
        #expect(try RegionCode(parsing: text).text == text)
    }

    @Test("has 35 province prefixes, 31 of them with a High Court")
    func provinces() {
        #expect(Province.all.count == 35)
        #expect(Set(Province.all.map(\.prefix)).count == 35)
        #expect(Set(Province.all.compactMap(\.courtCharacter)).count == 31)
    }

    @Test("writes and reads internal numbers")
    func internalNumbers() throws {
        let number = InternalNumber(court: try CourtCode(parsing: "晋03"), kind: "信", year: 2018, serial: 60)
        #expect(number.text == "晋03信〔2018〕0060")
        for text in ["晋03信〔2018〕0060", "晋03信[2018]60", "晋03信（2018）0060号", "晋０３信〔２０１８〕００６０"] {
            #expect(InternalNumber(parsing: text) == number)
        }
        #expect(InternalNumber(court: .supreme, kind: "访", year: 2018, serial: 12_345).text == "最高法访〔2018〕12345")
    }

    @Test(
        "refuses other internal numbers",
        arguments: [
            "", "晋03信2018-0060", "晋03〔2018〕0060", "信〔2018〕0060", "晋03信〔18〕0060", "晋03信〔2018〕", "晋03信〔2018〕0000",
            "晋03信〔2018〕1之一",
        ]
    )
    func refusesInternalNumbers(text: String) {
        #expect(InternalNumber(parsing: text) == nil)
    }
}
