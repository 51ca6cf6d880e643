import CourtFormats
import DemoData
import DocketTesting
import GraphQLLanguage
import PluginKit
import Testing

@Suite("Importing a transferred batch")
struct BatchImportTests {
    @Test("A file with no fault is imported whole: 60 letters, numbered without gaps in the file's order")
    func import60() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let answer = await BatchDesk(court: court).run(BatchDesk.input())
            #expect(
                answer == [
                    "data": [
                        "importTransferBatch": [
                            "batch": ["batchNo": "晋高法信转〔2018〕3号"], "dryRun": false, "alreadyImported": false,
                            "declared": 60,
                            "rows": 60, "created": 60, "problems": [],
                        ]
                    ]
                ]
            )
            let letters = await court.send(
                "{ letters(first: 60, orderBy: [{ field: ITEM_NO }]) { totalCount nodes { itemNo letterNo source dueOn } } }",
                as: .inspector
            )
            #expect(letters[path: "data.letters.totalCount"] == 60)
            let nodes = letters[path: "data.letters.nodes"].items
            #expect(nodes.map { $0["itemNo"]?.integer } == Array(1...60))
            #expect(nodes.first?["letterNo"] == "晋03信〔2018〕0001")
            #expect(nodes.last?["letterNo"] == "晋03信〔2018〕0060")
            #expect(nodes.first?["dueOn"] == "2018-04-30")
        }
    }

    @Test("A dry run answers what would be and writes nothing")
    func dryRun() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let before = try await desk.writtenRows()
            let answer = await desk.run(BatchDesk.input(dryRun: true))
            let payload = answer[path: "data.importTransferBatch"]
            #expect(payload["problems"] == [], "\(answer)")
            #expect(payload["dryRun"] == true)
            #expect(payload["rows"] == 60)
            #expect(payload["batch"] == .null)
            #expect(try await desk.writtenRows() == before)
            // Not even its key is used up.
            _ = await desk.run(BatchDesk.input(dryRun: true, key: "import"))
            #expect(try await desk.writtenRows() == before)
            let real = await desk.run(BatchDesk.input(key: "import"))
            #expect(real[path: "data.importTransferBatch.created"] == 60, "\(real)")
        }
    }

    @Test("A byte-order mark, CRLF and a missing last line break are accepted")
    func lineBreaks() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            #expect(await desk.problems("\u{FEFF}" + DemoFiles.batch) == [])
            #expect(await desk.problems(DemoFiles.lines.joined(separator: "\r\n") + "\r\n") == [])
            #expect(await desk.problems("\u{FEFF}" + DemoFiles.lines.joined(separator: "\n")) == [])
        }
    }

    @Test("A wrong header names what is missing and what was probably meant")
    func wrongHeader() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let csv = DemoFiles.batch(changingLine: 1) { $0.map { $0 == "id_number" ? "idnumber" : $0 } }
            let answer = await desk.run(BatchDesk.input(csv: csv, dryRun: true))
            let problem = answer[path: "data.importTransferBatch.problems.0"]
            #expect(problem["line"] == 1)
            #expect(problem["code"] == "CSV_HEADER")
            #expect(problem["message"]?.text?.contains("缺少列：id_number") == true)
            #expect(problem["message"]?.text?.contains("idnumber（是否应为id_number？）") == true)
            #expect(await desk.problems("") == ["1 - CSV_EMPTY"])
            #expect(await desk.problems(DemoFiles.lines[0] + "\n", declared: 60).contains("0 - BATCH_COUNT_MISMATCH"))
        }
    }

    @Test("Each fault has its line, column and code")
    func oneFaultEach() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let faults: [(column: String, value: String, code: String)] = [
                ("received_on", "2018-02-30", "DATE_INVALID"), ("received_on", "2018-07-01", "DATE_IN_FUTURE"),
                ("due_on", "2018-13-01", "DATE_INVALID"), ("due_on", "2018-02-01", "DATE_ORDER"),
                ("id_number", Self.wrongCheckDigit(of: 5), "ID_NUMBER_CHECKSUM"),
                ("id_number", "1403221888", "ID_NUMBER_LENGTH"),
                ("mobile", "1547169338", "MOBILE_INVALID"), ("case_no", "胡说", "CASE_NO_FORMAT"),
                ("case_no", "（1700）晋03民终1号", "CASE_NO_YEAR"), ("subject", " ", "TEXT_EMPTY"),
                ("abstract", "a\u{7}b", "TEXT_CONTROL_CHARS"), ("petitioner_name", "", "NAME_REQUIRED"),
            ]
            for fault in faults {
                let csv = DemoFiles.batch(changingLine: 6, column: fault.column, to: fault.value)
                #expect(await desk.problems(csv) == ["6 \(fault.column) \(fault.code)"], "\(fault)")
            }
            for column in ["matter_class", "category"] {
                let problems = await desk.problems(DemoFiles.batch(changingLine: 6, column: column, to: "NONSENSE"))
                #expect(problems.count == 1 && problems[0].hasPrefix("6 \(column) "), "\(problems)")
            }
        }
    }

    @Test("An item number that comes twice is a fault of the second row")
    func duplicateItem() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let problems = await desk.problems(DemoFiles.batch(changingLine: 9, column: "item_no", to: "1"))
            #expect(problems.count == 1)
            #expect(problems.first?.hasPrefix("9 item_no ") == true, "\(problems)")
            for value in ["0", "-1", "eins", "", "99999999999999999999"] {
                let problems = await desk.problems(DemoFiles.batch(changingLine: 9, column: "item_no", to: value))
                #expect(problems.count == 1 && problems[0].hasPrefix("9 item_no "), "\(value): \(problems)")
            }
        }
    }

    @Test("59 rows for a declared 60 are a fault of the batch, and nothing is written")
    func countMismatch() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let before = try await desk.writtenRows()
            let csv = DemoFiles.lines.dropLast().joined(separator: "\n") + "\n"
            for dryRun in [true, false] {
                let answer = await desk.run(BatchDesk.input(csv: csv, dryRun: dryRun))
                let payload = answer[path: "data.importTransferBatch"]
                #expect(
                    payload["problems"] == [
                        ["line": 0, "column": nil, "code": "BATCH_COUNT_MISMATCH", "message": "批次件数不符：申报60，实收59"]
                    ],
                    "\(answer)"
                )
                #expect(payload["created"] == 0)
                #expect(payload["batch"] == .null)
            }
            #expect(try await desk.writtenRows() == before)
        }
    }

    @Test("Several faults come together, in the file's order, and no value comes with them")
    func severalFaults() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let before = try await desk.writtenRows()
            let wrong = Self.wrongCheckDigit(of: 2)
            var csv = DemoFiles.batch(changingLine: 3, column: "id_number", to: wrong)
            csv = DemoFiles.batch(csv, changingLine: 3, column: "mobile", to: "98765432101")
            csv = DemoFiles.batch(csv, changingLine: 40, column: "received_on", to: "2018-02-30")
            csv = DemoFiles.batch(csv, changingLine: 61, column: "case_no", to: "秘密的话")
            csv =
                csv.split(separator: "\n").enumerated().filter { $0.offset != 49 }.map(\.element).joined(
                    separator: "\n"
                ) + "\n"
            let answer = await desk.run(BatchDesk.input(csv: csv))
            let problems = Set(await desk.problems(csv, dryRun: false))
            #expect(
                problems == [
                    "0 - BATCH_COUNT_MISMATCH", "3 id_number ID_NUMBER_CHECKSUM", "3 mobile MOBILE_INVALID",
                    "40 received_on DATE_INVALID", "60 case_no CASE_NO_FORMAT",
                ]
            )
            let lines = answer[path: "data.importTransferBatch.problems"].items.compactMap { $0["line"]?.integer }
            #expect(lines == lines.sorted())
            for value in [wrong, "98765432101", "2018-02-30", "秘密的话"] { #expect(!"\(answer)".contains(value)) }
            #expect(try await desk.writtenRows() == before)
        }
    }

    @Test("A field with a quote that never ends, and a row that is too short, are refused with their lines")
    func brokenCSV() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            #expect(
                await desk.problems(DemoFiles.batch(changingLine: 6, column: "subject", to: "\"open")).map {
                    $0.suffix(10)
                } == ["CSV_SYNTAX"]
            )
            #expect(
                await desk.problems(DemoFiles.batch(changingLine: 6) { Array($0.dropLast()) }) == ["6 - CSV_SYNTAX"]
            )
        }
    }

    @Test("The same file again changes nothing; another file under the number is refused")
    func again() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            #expect(await desk.run(BatchDesk.input())[path: "data.importTransferBatch.created"] == 60)
            let rows = try await desk.writtenRows()
            let again = await desk.run(BatchDesk.input())
            let payload = again[path: "data.importTransferBatch"]
            #expect(payload["alreadyImported"] == true, "\(again)")
            #expect(payload["created"] == 0)
            #expect(payload[path: "batch.batchNo"] == "晋高法信转〔2018〕3号")
            let changed = await desk.run(
                BatchDesk.input(csv: DemoFiles.batch(changingLine: 2, column: "subject", to: "另一个标题"))
            )
            #expect(changed.codes == ["BATCH_EXISTS"], "\(changed)")
            #expect(try await desk.writtenRows() == rows)
        }
    }

    @Test("Two imports of one file at once write it once")
    func concurrent() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            async let first = desk.run(BatchDesk.input())
            async let second = desk.run(BatchDesk.input())
            let answers = await [first, second]
            #expect(answers.allSatisfy { $0["errors"] == nil }, "\(answers)")
            let created = answers.compactMap { $0[path: "data.importTransferBatch.created"].integer }
            #expect(created.sorted() == [0, 60], "\(answers)")
            let count = await court.send("{ letters { totalCount } }", as: .inspector)
            #expect(count[path: "data.letters.totalCount"] == 60)
        }
    }

    @Test("A batch of 2,000 rows is imported")
    func large() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let answer = await desk.run(
                BatchDesk.input(csv: DemoFiles.batch(rows: 2_000), declared: 2_000, batchNo: "晋高法信转〔2018〕9号")
            )
            #expect(answer[path: "data.importTransferBatch.created"] == 2_000, "\(String("\(answer)".prefix(2_000)))")
            let answered = await court.send(
                #"{ batchReconciliation(batchNo: "晋高法信转〔2018〕9号") { declared items missing reconciled } }"#
            )
            #expect(
                answered["data"] == [
                    "batchReconciliation": ["declared": 2_000, "items": 2_000, "missing": 0, "reconciled": true]
                ]
            )
        }
    }

    @Test("A file written into the document is refused: personal data comes in variables")
    func literal() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let literal = #"csv: "陈志""#
            let fields =
                #"batchNo: "B", fromOrg: "O", source: ORDINARY, receivedOn: "2018-03-01", declaredCount: 1, \#(literal)"#
            let document = "mutation { importTransferBatch(input: { \(fields) }) { rows } }"
            let inFragment =
                "mutation { ...Import } fragment Import on Mutation { importTransferBatch(input: { \(fields) }) { rows } }"
            let inDefault = """
                mutation($input: ImportTransferBatchInput! = { \(fields) }) { importTransferBatch(input: $input) { rows } }
                """
            for text in [document, inFragment, inDefault] {
                let answer = await court.send(text)
                #expect(answer.codes == ["PII_LITERAL"], "\(text): \(answer)")
                #expect(answer[path: "errors.0.message"] == "个人信息须以变量传递，不得写入查询文本")
                #expect(answer[path: "errors.0.extensions.field"] == "csv")
                #expect(!"\(answer)".contains("陈志"))
            }
        }
    }

    @Test("An administrator imports for a court by its code; a clerk only for their own")
    func forAnotherCourt() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let unknown = await desk.run(BatchDesk.input(courtCode: "晋99"), as: .admin)
            #expect(unknown.codes == ["FORBIDDEN"], "\(unknown)")
            let foreign = await desk.run(BatchDesk.input(courtCode: "晋0302"))
            #expect(foreign.codes == ["FORBIDDEN"], "\(foreign)")
            let answer = await desk.run(BatchDesk.input(courtCode: "晋0302"), as: .admin)
            #expect(answer[path: "data.importTransferBatch.created"] == 60, "\(answer)")
            let courts = await court.send("{ letters(first: 1) { totalCount nodes { courtCode letterNo } } }")
            #expect(
                courts["data"] == [
                    "letters": ["totalCount": 50, "nodes": [["courtCode": "晋0302", "letterNo": "晋0302信〔2018〕0001"]]]
                ]
            )
            for role in [Role.handler, .divisionHead, .president, .evaluator] {
                #expect(await desk.run(BatchDesk.input(), as: role).codes == ["FORBIDDEN"])
            }
        }
    }

    /// The ID number of an item with another check digit.
    private static func wrongCheckDigit(of item: Int) -> String {
        let number = DemoFiles.value("id_number", line: item + 1)
        return String(number.dropLast()) + (number.last == "1" ? "2" : "1")
    }
}
