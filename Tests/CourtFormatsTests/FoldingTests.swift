import CourtFormats
import Testing

@Suite("Names and numbers that mean the same")
struct FoldingTests {
    @Test(
        "a name has one form, however it is written",
        arguments: [
            [
                "古丽米热·艾比布力", "古丽米热\u{2022}艾比布力", "古丽米热\u{2027}艾比布力", "古丽米热\u{30FB}艾比布力", "古丽米热\u{FF65}艾比布力",
                "古丽米热\u{FF0E}艾比布力", "古丽米热\u{2219}艾比布力", "古丽米热\u{22C5}艾比布力", "古丽米热\u{0387}艾比布力", "古丽米热.艾比布力",
                "古丽米热\u{318D}艾比布力", "古丽米热 · 艾比布力", "古丽米热··艾比布力", "古丽米热\u{FE52}艾比布力", "古丽米热\u{25CF}艾比布力",
                "古丽米热·艾比布力·", "古丽米热\u{02D9}艾比布力", "古丽米热\u{2218}艾比布力", "古丽米热\u{00B0}艾比布力", "古丽米热\u{10101}艾比布力",
            ],
            [
                "王测", "王　测", "王 测", " 王测 ", "王\u{200B}测", "王\u{FEFF}测", "王测\u{FE00}", "王\u{E0101}测", "王\u{00A0}测",
                "王\u{2003}测",
                "王\u{3164}测", "王\u{2800}测", "王\u{00AD}测", "王\u{180E}测", "\u{200E}王测", "⺩测".replacing("⺩", with: "王"),
                "王\t测",
            ],
            [
                "Alice Smith", "Ａlice Ｓmith", "ALICE  SMITH", "alice\u{3000}smith", "Alice\u{200B} Smith",
                "Alice\u{00A0}Smith",
            ],
            ["José García", "Jose\u{0301} Garci\u{0301}a", "JOSÉ GARCÍA"],
            ["某某公司（阳泉）", "某某公司(阳泉)", "某某公司〔阳泉〕", "某某公司【阳泉】", "某某公司 （阳泉）", "某某公司﹙阳泉﹚"],
            ["O'Neil", "O’Neil", "o＇neil"],
            ["羽", "\u{FA1E}"], ["一丁", "\u{2F00}丁"], ["Anne-Marie", "Anne‐Marie", "Anne－Marie", "Anne–Marie"],
            ["Ольга Петрова", "ОЛЬГА ПЕТРОВА", "Ольга  Петрова"], ["김철수", "김 철수", "\u{1100}\u{1175}\u{11B7}철수"],
        ]
    )
    func names(spellings: [String]) {
        for spelling in spellings { #expect(spelling.foldedName == spellings[0].foldedName) }
        #expect(!spellings[0].foldedName.isEmpty)
    }

    @Test("different names stay different")
    func differentNames() {
        let names = [
            "王测", "王测测", "王侧", "Alice", "Alicia", "Anna Maria", "Annamaria", "古丽米热艾比布力", "古丽·米热艾比布力", "某某公司",
            "某某公司(阳泉)",
        ]
        #expect(Set(names.map(\.foldedName)).count == names.count)
    }

    @Test("a document's number has one form, of its letters and digits")
    func documents() {
        for written in ["E12345678", "e1234 5678", "Ｅ１２３４５６７８", "E-1234-5678", "E1234—5678", "E1234/5678"] {
            #expect(written.foldedDocumentNumber == "E12345678")
        }
        #expect("E12345679".foldedDocumentNumber != "E12345678".foldedDocumentNumber)
    }

    @Test("folding a name again changes nothing")
    func idempotent() {
        for name in ["ﬁ · ﾊﾞ", "Ａlice\u{200B}\u{301}Ｘ", "İstanbul", "ß ẞ", "古丽．米热", "①②", "\u{0130}\u{0345}"] {
            #expect(name.foldedName.foldedName == name.foldedName)
        }
    }

    @Test(
        "a number has one form, whatever brackets, widths and spaces it was written with",
        arguments: [
            [
                "复测〔2018〕1号", "复测(2018)1号", "复测（2018）1号", "复测[2018]1号", "复测［2018］1号", "复测【2018】1号", "复测﹝２０１８﹞１号",
                " 复测 〔2018〕 1号",
                "复测〔2018〕1号\u{200B}", "复测\u{3000}〔2018〕1号", "复测〖2018〗1号", "复测｛2018｝1号",
            ],
            ["晋高法信转-3", "晋高法信转－3", "晋高法信转—3", "晋高法信转‐3"], ["ABC-12", "ＡＢＣ-１２", "ABC -12"],
        ]
    )
    func numbers(spellings: [String]) {
        for spelling in spellings { #expect(spelling.foldedNumber == spellings[0]) }
    }

    @Test("different numbers stay different")
    func differentNumbers() {
        let numbers = ["复测〔2018〕1号", "复测〔2018〕11号", "复测〔2017〕1号", "复测2018〕1号", "a1", "A1"]
        #expect(Set(numbers.map(\.foldedNumber)).count == numbers.count)
    }

    @Test("reads internal numbers with every kind of bracket")
    func internalNumbers() {
        for text in ["晋03信【2018】0060", "晋03信｛2018｝60", "晋03信\u{200B}〔2018〕0060 号"] {
            #expect(InternalNumber(parsing: text)?.text == "晋03信〔2018〕0060")
        }
    }
}
