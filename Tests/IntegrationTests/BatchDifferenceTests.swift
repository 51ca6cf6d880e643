import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("A batch that was imported before")
struct BatchDifferenceTests {
    private func changed(_ input: JSONValue, _ name: String, to value: JSONValue) -> JSONValue {
        guard case .object(let members) = input else { return input }
        return .object(members.filter { $0.name != name } + [.init(name, value)])
    }

    @Test("Another content under its number is BATCH_EXISTS with what differs, and never a value of the file")
    func differences() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let other = DemoFiles.batch(changingLine: 3, column: "petitioner_name", to: "王小明")
            let two = DemoFiles.batch(other, changingLine: 3, column: "mobile", to: "15400000000")
            let fewer = DemoFiles.lines.dropLast().joined(separator: "\n") + "\n"
            let renumbered = DemoFiles.batch(changingLine: 61, column: "item_no", to: "61")
            let cases: [(input: JSONValue, differences: [String])] = [
                (changed(BatchDesk.input(), "fromOrg", to: "山西省高级人民法院"), ["fromOrg（转办单位）"]),
                (
                    changed(BatchDesk.input(), "source", to: "SUPERIOR_COURT"),
                    ["source（CENTRAL_INSPECTION→SUPERIOR_COURT）"]
                ),
                (changed(BatchDesk.input(), "receivedOn", to: "2018-03-02"), ["receivedOn（2018-03-01→2018-03-02）"]),
                (BatchDesk.input(csv: two), ["第2件：petitioner_name、mobile"]),
                (BatchDesk.input(csv: fewer, declared: 59), ["declaredCount（60→59）", "第60件：文件中没有"]),
                (BatchDesk.input(csv: renumbered), ["第61件：原批次没有", "第60件：文件中没有"]),
            ]
            for (input, differences) in cases {
                for dryRun in [true, false] {
                    let answer = await desk.run(changed(input, "dryRun", to: .boolean(dryRun)))
                    #expect(answer.codes == ["BATCH_EXISTS"], "\(answer)")
                    #expect(answer[path: "errors.0.extensions.differences"] == .array(differences.map { .string($0) }))
                    let message = answer[path: "errors.0.message"].text ?? ""
                    #expect(message == "批次已导入，内容不同：\(differences.joined(separator: "；"))")
                    #expect(!"\(answer)".contains("王小明") && !"\(answer)".contains("15400000000"))
                }
            }
        }
    }

    @Test("Whoever did not import a batch learns nothing of its sealed items by guessing at them")
    func sealedItems() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let other = try await court.token(staff: "晋03-05", roles: [.clerk])
            let open = DemoFiles.batch(changingLine: 3, column: "petitioner_name", to: "王小明")
            let guesses = [
                DemoFiles.batch(open, changingLine: 8, column: "petitioner_name", to: "王小明"),
                DemoFiles.batch(open, changingLine: 8, column: "mobile", to: "15400000000"), open,
            ]
            for csv in guesses {
                let answer = await court.send(
                    BatchDesk.document,
                    ["input": BatchDesk.input(csv: csv, dryRun: true)],
                    bearing: other
                )
                #expect(
                    answer[path: "errors.0.extensions.differences"] == ["第2件：petitioner_name", "密封件不作比较"],
                    "\(answer)"
                )
            }
            #expect(DemoFiles.value("matter_class", line: 8) == "ACCUSATION")
        }
    }

    @Test("The same content in another form changes nothing: order of columns, line breaks, spaces, names in Chinese")
    func sameContent() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let reversed = DemoFiles.lines.map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",")
            }.joined(separator: "\r\n")
            for csv in ["\u{FEFF}" + DemoFiles.batch, reversed, DemoFiles.batch + ",,,\n\n"] {
                let answer = await desk.run(BatchDesk.input(csv: csv))
                #expect(answer[path: "data.importTransferBatch.alreadyImported"] == true, "\(answer)")
            }
        }
    }

    @Test("A batch from before its rows were kept is told by its numbers of items")
    func older() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            try await court.database.execute("DELETE FROM letters.transfer_batch_row")
            let desk = BatchDesk(court: court)
            #expect(await desk.run(BatchDesk.input())[path: "data.importTransferBatch.alreadyImported"] == true)
            let fewer = DemoFiles.lines.dropLast().joined(separator: "\n") + "\n"
            let answer = await desk.run(BatchDesk.input(csv: fewer, declared: 59))
            #expect(answer[path: "errors.0.message"] == "批次已导入，内容不同：declaredCount（60→59）；csv（原60件，现59件）")
        }
    }
}
