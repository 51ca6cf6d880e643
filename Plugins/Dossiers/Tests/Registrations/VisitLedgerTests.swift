import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Testing

@testable import DossiersPlugin

@Suite("The ledger of visits")
struct VisitLedgerTests {
    @Test("has masked names, a line for each contact, and nothing that a program runs")
    func ledger() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            _ = try await ContactDesk.registered(court)
            let answer = await court.send("{ registrations(first: 50) { nodes { \(VisitLedger.selection) } } }")
            var ledger = VisitLedger()
            for node in answer[path: "data.registrations.nodes"].items { ledger.add(node) }
            let row = "晋03访登〔2018〕0001,来访,2018-06-28,赵**,1,是,执行,何华洋,已登记,,"
            #expect(
                ledger.csv == "\u{FEFF}" + VisitLedger.columns.joined(separator: ",") + "\r\n" + row + "\r\n",
                "\(answer)"
            )
            let html = ledger.html(title: "来访登记簿 <2018>")
            #expect(html.contains("<h1>来访登记簿 &lt;2018&gt;</h1>"))
            #expect(html.contains("<td>赵**</td>") && !html.contains("赵测试"))
        }
        var formula = VisitLedger()
        formula.add(["regNo": "=1+1", "groupSize": 2, "assignee": ["name": "a,\"b\""]])
        #expect(formula.csv.contains("'=1+1"))
        #expect(formula.csv.contains("\"a,\"\"b\"\"\""))
    }

    @Test("and the scan of entries say what a person reads")
    func line() {
        let row: JSONValue = [
            "courtCode": "晋03", "entries": 3, "personEntries": 4, "timeliness": 0.6667, "completeness": .null,
            "incomplete": 1,
        ]
        #expect(QualityLine.text(row) == "晋03: 3 entries of 4 people, on time 66.7%, complete –, 1 lack something")
    }
}
