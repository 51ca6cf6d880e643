import CourtFormats
import Testing

@Suite("Masking and TextRule")
struct MaskingTests {
    @Test(
        "shows the surname only",
        arguments: [
            ("张三", "张*"), ("赵霞国", "赵**"), ("欧阳修文", "欧阳**"), ("诸葛亮", "诸葛*"), ("欧阳", "欧*"), ("司马", "司*"), ("张", "*"),
            ("", ""), (" 张 三 ", "张*"), ("买买提江·阿不都热合曼", "买****"), ("John", "J***"),
        ]
    )
    func names(name: String, masked: String) {
        #expect(Masking.name(name) == masked)
    }

    @Test("shows numbers of the right length in part, others not at all")
    func numbers() {
        #expect(Masking.residentID("11010519491231002x") == "11**************2X")
        #expect(Masking.residentID("110105491231002") == "****")
        #expect(Masking.mobile("15412345678") == "154****5678")
        #expect(Masking.mobile("1541234") == "****")
        #expect(Masking.organisationCode("91350100M000100Y43") == "**************0Y43")
        #expect(Masking.organisationCode("0Y43") == "****")
        #expect(Masking.hidden == "****")
    }

    @Test(
        "shows an address down to the county by the text alone",
        arguments: [
            ("阳泉市盂县人民路281号4单元", "阳泉市盂县****"), ("阳泉市城区人民路116号", "阳泉市城区****"), ("阳泉市郊区人民路3号", "阳泉市郊区****"),
            ("山西省阳泉市平定县冠山镇1号", "山西省阳泉市平定县****"), ("北京市朝阳区东路1号", "北京市朝阳区****"),
            ("内蒙古自治区锡林郭勒盟锡林浩特市团结街1号", "内蒙古自治区锡林郭勒盟锡林浩特市****"), ("内蒙古自治区鄂尔多斯市准格尔旗1号", "内蒙古自治区鄂尔多斯市准格尔旗****"),
            ("吉林省延边朝鲜族自治州延吉市光明街2号", "吉林省延边朝鲜族自治州延吉市****"), ("晋中市介休市北坛路9号", "晋中市介休市****"),
            ("盂县人民路1号", "盂县****"), ("哈尔滨市道里区中央大街1号", "哈尔滨市道里区****"),
            ("阳泉市人民路阳光小区3号", "阳泉市****"), ("阳泉市阳光小区3号", "阳泉市****"), ("人民路281号", "****"),
            ("盂县城市花园3号", "盂县****"), ("盂县区政府1号", "盂县****"), ("平定县A座3号", "平定县****"), ("", "****"),
            ("某某大厦", "****"),
        ]
    )
    func addresses(address: String, masked: String) {
        #expect(Masking.address(address) == masked)
    }

    @Test("never shows a road, a house or a digit of an address")
    func noDetail() {
        for address in ["阳泉市北大街1号市民中心", "3号楼盂县", "太原市小店区亲贤街1号", "平定县", "阳泉市矿区桃北西街2号矿区"] {
            let shown = Masking.address(address)
            #expect(shown.hasSuffix("****"))
            #expect(!shown.contains { $0.isNumber || "街路楼号".contains($0) })
        }
    }

    @Test("cuts at the county's name when it is known")
    func knownCounty() {
        #expect(Masking.address("阳泉市盂县人民路281号", county: "盂县") == "阳泉市盂县****")
        #expect(Masking.address("阳泉市人民路281号", county: "盂县") == "盂县****")
        #expect(Masking.address("人民路3号盂县大厦", county: "盂县") == "盂县****")
        #expect(Masking.address("长沙市宁乡市玉潭街1号", county: "宁乡市") == "长沙市宁乡市****")
        #expect(Masking.address("阳泉市盂县人民路281号", county: "") == "阳泉市盂县****")
    }

    @Test("returns text without the white space around it")
    func trims() throws {
        #expect(try TextRule(maximumLength: 4).check("  反映问题\u{3000}\n") == "反映问题")
        #expect(try TextRule(maximumLength: 10, allowsLineBreaks: true).check("一\n\t二\r\n三") == "一\n\t二\r\n三")
    }

    @Test("refuses empty text", arguments: ["", " ", "\n\t", "\u{3000}\u{00A0}"])
    func empty(text: String) {
        #expect(throws: FormatError(code: "TEXT_EMPTY", message: "内容不能为空")) {
            try TextRule(maximumLength: 10).check(text)
        }
    }

    @Test("refuses text that is too long, counted in code points")
    func tooLong() throws {
        let rule = TextRule(maximumLength: 4)
        #expect(throws: FormatError(code: "TEXT_TOO_LONG", message: "超过最大长度4")) { try rule.check("反映问题了") }
        // The family is one character of five code points.
        #expect(throws: FormatError.self) { try rule.check("👨‍👩‍👧") }
    }

    @Test(
        "refuses control characters and turned directions",
        arguments: ["a\u{0}b", "a\u{1B}[31m", "a\u{7F}", "a\u{85}b", "a\nb", "a\u{202E}b", "a\u{2066}b"]
    )
    func controls(text: String) {
        #expect(throws: FormatError(code: "TEXT_CONTROL_CHARS", message: "含非法控制字符")) {
            try TextRule(maximumLength: 100).check(text)
        }
    }

    @Test("refuses control characters even where line breaks are allowed")
    func controlsInLines() {
        #expect(throws: FormatError.self) { try TextRule(maximumLength: 9, allowsLineBreaks: true).check("a\u{0}\nb") }
    }
}
