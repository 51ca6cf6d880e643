import CourtFormats
import Testing

@Suite("Personal numbers in a text")
struct PersonalNumbersTests {
    @Test(
        "are found however they are spaced, and in whatever digits",
        arguments: [
            "13812345678", "13812345678一事", "138 - 1234 - 5678", "138、1234、5678", "138,1234,5678", "138~1234~5678",
            "138 … 1234 … 5678",
            "①③⑧①②③④⑤⑥⑦⑧", "一三八一二三四五六七八", "幺三八幺二三四五六七八", "１３８１２３４５６７８", "+86 138 1234 5678", "0353-2024512",
            "110105194912310021", "11010519491231002X", "140302,19900101,1234", "一一零一零五 19491231 零零二X",
        ]
    )
    func found(_ text: String) { #expect(PersonalNumbers.isContained(in: "反映\(text)的情况")) }

    @Test(
        "are none where a text counts, dates or cites",
        arguments: [
            "（2017）晋03民终1675号", "2018年6月29日", "2018-06-29 12:30", "拖欠工资12,345.60元", "二〇一八年三月十五日", "第一、二、三项",
            "晋03信〔2018〕0060", "一审、二审",
        ]
    )
    func none(_ text: String) { #expect(!PersonalNumbers.isContained(in: text)) }
}
