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
        "shows all of a compound surname, and of another no more than one character",
        arguments: [
            ("淳于意", "淳于*"), ("单于飞燕", "单于**"), ("歐陽文忠", "歐陽**"), ("第五伦", "第五*"), ("万俟卨", "万俟*"), ("呼延灼", "呼延*"),
            ("淳于", "淳*"), ("高阳明", "高**"), ("于谦益", "于**"), ("\u{200B}淳于\u{200B}意", "淳于*"), ("\u{3164}张三", "张*"),
        ]
    )
    func compoundSurnames(name: String, masked: String) {
        #expect(Masking.name(name) == masked)
    }

    @Test(
        "shows an address down to the county",
        arguments: [
            ("阳泉市盂县人民路281号4单元", "阳泉市盂县****"), ("阳泉市城区人民路116号", "阳泉市城区****"), ("阳泉市郊区人民路3号", "阳泉市郊区****"),
            ("山西省阳泉市平定县冠山镇1号", "山西省阳泉市平定县****"), ("北京市朝阳区东路1号", "北京市朝阳区****"),
            ("内蒙古自治区锡林郭勒盟锡林浩特市团结街1号", "内蒙古自治区锡林郭勒盟锡林浩特市****"), ("内蒙古自治区鄂尔多斯市准格尔旗1号", "内蒙古自治区鄂尔多斯市准格尔旗****"),
            ("吉林省延边朝鲜族自治州延吉市光明街2号", "吉林省延边朝鲜族自治州延吉市****"), ("晋中市介休市北坛路9号", "晋中市介休市****"),
            ("盂县人民路1号", "盂县****"), ("哈尔滨市道里区中央大街1号", "哈尔滨市道里区****"),
            ("盂县城市花园3号", "盂县****"), ("盂县区政府1号", "盂县****"), ("平定县A座3号", "平定县****"), ("", "****"),
            ("山西省 阳泉市　盂县人民路1号", "山西省 阳泉市　盂县****"), ("山西阳泉市盂县人民路1号", "山西阳泉市盂县****"), ("山西省盂县人民路1号", "山西省盂县****"),
            ("北京市崇文区花市1号", "北京市崇文区****"), ("晋中地区介休县1号", "晋中地区介休县****"), ("杭州市临平区1号", "杭州市临平区****"),
        ]
    )
    func addresses(address: String, masked: String) {
        #expect(Masking.address(address) == masked)
    }

    @Test(
        "takes no compound, market or hall for a division",
        arguments: [
            ("老干部局宿舍区5栋", "****"), ("阳泉市桃北中区12号楼", "阳泉市****"), ("阳泉市人民路阳光小区3号", "阳泉市****"),
            ("阳泉市阳光小区3号", "阳泉市****"), ("阳泉市赛鱼社区2号", "阳泉市****"), ("阳泉市德胜菜市12号", "阳泉市****"), ("北大街超市旁", "****"),
            ("阳泉市高新技术开发区3号", "阳泉市****"), ("阳煤集团家属区7栋", "****"), ("工业园区1号", "****"), ("阳泉市东区3栋", "阳泉市****"),
            ("和平区3栋", "****"), ("城区北大街1号", "****"), ("东方市场3号", "****"), ("盂县商贸市场5号", "盂县****"), ("幸福县城花园2号", "****"),
            ("人民路281号", "****"), ("某某大厦", "****"), ("山西大厦1201", "****"), ("3号楼盂县", "****"), ("株洲市东区5号", "株洲市****"),
            ("第一干休所小旗1号", "****"),
        ]
    )
    func compounds(address: String, masked: String) {
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

    @Test("returns text without the white space around it")
    func trims() throws {
        #expect(try TextRule(maximumLength: 4).check("  反映问题\u{3000}\n") == "反映问题")
        #expect(try TextRule(maximumLength: 10, allowsLineBreaks: true).check("一\n\t二\r\n三") == "一\n\t二\r\n三")
    }

    @Test(
        "refuses empty text, of nothing that can be seen too",
        arguments: [
            "", " ", "\n\t", "\u{3000}\u{00A0}", String(repeating: "\u{200B}", count: 12), "\u{2800}\u{2800}",
            "\u{3164}", "\u{115F}\u{1160}",
            "\u{FFA0}", "\u{FEFF}", "\u{00AD}", "\u{034F}", "\u{180E}", "\u{2060}\u{2063}", "\u{FE0F}", "\u{E0100}",
            "\u{E0020}", "\u{200D} \u{200C}",
            "\u{2028}\u{2029}", "\u{202E}", "\u{200E}", "\u{1D173}", "\u{0301}", " \u{FE0F}\u{200B}\u{3000}",
        ]
    )
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
        arguments: [
            "a\u{0}b", "a\u{1B}[31m", "a\u{7F}", "a\u{85}b", "a\nb", "a\u{202E}b", "a\u{2066}b", "a\u{2028}b",
            "a\u{2029}b",
            "a\u{200E}b", "a\u{206A}b", "a\u{FFF9}b", "a\u{E0001}b", "a\u{FFFF}b", "\u{0}", "a\u{0}", "\u{0}a",
            "a\u{0C}b",
        ]
    )
    func controls(text: String) {
        #expect(throws: FormatError(code: "TEXT_CONTROL_CHARS", message: "含非法控制字符")) {
            try TextRule(maximumLength: 100).check(text)
        }
    }

    @Test(
        "keeps what belongs to a character, and lets what shows nothing stand between others",
        arguments: [
            "👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}", "葛\u{E0100}", "🏴\u{E0067}\u{E0062}\u{E007F}", "王\u{200B}测", "e\u{0301}",
            "می\u{200C}خواهم",
        ]
    )
    func belonging(text: String) throws {
        #expect(try TextRule(maximumLength: 100).check(" \(text)\u{3000}") == text)
        #expect(try TextRule(maximumLength: 100).check("\u{200B}\(text)\u{FEFF}") == text)
    }

    @Test("lets the separators of lines and paragraphs stand where line breaks may")
    func lineSeparators() throws {
        #expect(try TextRule(maximumLength: 9, allowsLineBreaks: true).check("一\u{2028}二") == "一\u{2028}二")
    }

    @Test("refuses control characters even where line breaks are allowed")
    func controlsInLines() {
        #expect(throws: FormatError.self) { try TextRule(maximumLength: 9, allowsLineBreaks: true).check("a\u{0}\nb") }
    }
}
