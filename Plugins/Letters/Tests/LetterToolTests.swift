import GraphQLLanguage
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("What the commands of letters print")
struct LetterToolTests {
    @Test("A table as CSV for a spreadsheet: quoted, no formula; as HTML escaped")
    func tables() {
        var table = PrintedTable(title: "登记<簿>", columns: ["甲", "乙"])
        table.append(["=1+1", "a,\"b\"\nc"])
        #expect(table.csv == "\u{FEFF}甲,乙\r\n'=1+1,\"a,\"\"b\"\"\nc\"\r\n")
        #expect(table.html.contains("<th>甲</th>"))
        #expect(table.html.contains("登记&lt;簿&gt;"))
    }

    @Test("The register has a letter's numbers, dates and masked names in Chinese")
    func ledger() {
        let letter: JSONValue = [
            "letterNo": "晋03信〔2018〕0001", "receivedOn": "2018-06-01", "source": "PRESIDENT", "receivedVia": "POST",
            "senders": [["nameMasked": "陈*"], ["nameMasked": "赵*"]], "jointCount": 2,
            "caseLinks": [["caseNo": "（2017）晋03民终1675号"]], "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT",
            "transferBatch": nil, "itemNo": nil, "assignee": ["name": "王承办"], "dueOn": "2018-07-01", "repliedOn": nil,
            "closedOn": nil, "state": "HANDLING",
        ]
        #expect(
            LetterLedger.row(letter) == [
                "晋03信〔2018〕0001", "2018-06-01", "院长来信", "邮寄", "陈*、赵*", "2", "（2017）晋03民终1675号", "申诉求决", "执行", "", "",
                "王承办", "2018-07-01", "", "", "办理中",
            ]
        )
        #expect(LetterLedger.row(letter).count == LetterLedger.columns.count)
        let names =
            LetterSource.allCases.map { LetterNames.source($0.rawValue) }
            + LetterState.allCases.map { LetterNames.state($0.rawValue) }
            + LetterChannel.allCases.map { LetterNames.channel($0.rawValue) }
        #expect(!names.contains(""))
    }

    @Test("The digest counts by person, division and court, and names nobody who wrote")
    func digest() {
        func letter(_ number: String, overdue: Bool, person: String?) -> JSONValue {
            let assignee: JSONValue = person.map { ["name": .string($0), "department": ["name": "信访室"]] } ?? .null
            return [
                "letterNo": .string(number), "dueOn": "2018-07-01", "overdue": .boolean(overdue), "courtCode": "晋03",
                "assignee": assignee,
            ]
        }
        var digest = LetterDigest()
        digest.add(letter("1", overdue: true, person: "甲"))
        digest.add(letter("2", overdue: false, person: "甲"))
        digest.add(letter("3", overdue: true, person: nil))
        let rows = digest.table.rows
        #expect(rows.contains(["晋03", "信访室", "甲", "1", "1", "1（2018-07-01）", "2（2018-07-01）"]))
        #expect(rows.contains(["晋03", "信访室", "小计", "1", "1", "", ""]))
        #expect(rows.contains(["晋03", "合计", "小计", "2", "1", "", ""]))
    }

    @Test("Several senders' notices have files of their own")
    func files() {
        #expect(LettersCommand.Notice.numbered("out/r.pdf", 0) == "out/r.pdf")
        #expect(LettersCommand.Notice.numbered("out/r.pdf", 1) == "out/r-2.pdf")
    }

    @Test("A browser is looked for on the path only")
    func browser() { #expect(NoticePrinter.browser(path: "/nonexistent") == nil) }
}
