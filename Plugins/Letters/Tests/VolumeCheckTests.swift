import PluginKit
import Testing

@testable import LettersPlugin

@Suite("Binding a volume")
struct VolumeCheckTests {
    static func entry(_ from: Int, _ to: Int, _ document: VolumeDocument = .other) -> VolumeEntryInput {
        VolumeEntryInput(document: document, title: "材料", pageFrom: from, pageTo: to)
    }

    static let complete = VolumeCheck.required.enumerated().map { entry($0.offset + 1, $0.offset + 1, $0.element) }

    @Test("Pages run from 1 without gap or overlap, in whatever order they are listed")
    func continuous() throws {
        #expect(try VolumeCheck.pageCount([Self.entry(4, 9), Self.entry(1, 3)]) == 9)
        #expect(try VolumeCheck.pageCount([Self.entry(1, 1)]) == 1)
    }

    static let broken: [(entries: [VolumeEntryInput], expected: Int)] = [
        ([], 1), ([entry(2, 3)], 1), ([entry(0, 3)], 1), ([entry(1, 3), entry(5, 6)], 4),
        ([entry(1, 3), entry(3, 6)], 4),
        ([entry(1, 3), entry(4, 2)], 4), ([entry(-5, 3)], 1),
    ]

    @Test("Anything else is refused with the page expected", arguments: broken)
    func discontinuous(_ entries: [VolumeEntryInput], _ expected: Int) throws {
        let error = try #require(throws: DomainError.self) { try VolumeCheck.pageCount(entries) }
        #expect(error.code == .init("PAGES_NOT_CONTINUOUS"))
        #expect(error.message == "页码不连续")
        #expect(error.details == [.init("expectedPage", .integer(expected))])
    }

    @Test("The seven documents are enough")
    func sevenDocuments() {
        #expect(VolumeCheck.required.count == 7)
        #expect(throws: Never.self) {
            try VolumeCheck.requireComplete(Self.complete, hasMeasures: false, isFinished: false)
        }
    }

    @Test("Each missing document is listed", arguments: VolumeCheck.required)
    func missing(_ document: VolumeDocument) throws {
        let entries = Self.complete.filter { $0.document != document }
        let error = try #require(throws: DomainError.self) {
            try VolumeCheck.requireComplete(entries, hasMeasures: false, isFinished: false)
        }
        #expect(error.code == .volumeIncomplete)
        #expect(error.message == "案卷材料不齐")
        #expect(error.details == [.init("missing", .list([.string(document.rawValue)]))])
    }

    @Test("Measures need no document when they are given as text or nothing is unfinished", arguments: [true, false])
    func measures(_ hasMeasures: Bool) {
        let entries = Self.complete.filter { $0.document != .unfinishedMeasures }
        #expect(throws: Never.self) {
            try VolumeCheck.requireComplete(entries, hasMeasures: hasMeasures, isFinished: !hasMeasures)
        }
    }
}
