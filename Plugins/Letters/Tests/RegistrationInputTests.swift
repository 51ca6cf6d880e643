import CourtCore
import CourtFormats
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("What is checked of a letter that is registered")
struct RegistrationInputTests {
    static let today = CalendarDate(year: 2018, month: 6, day: 29) ?? .latest
    static let received = CalendarDate(year: 2018, month: 6, day: 1) ?? .latest

    static func faults(
        _ senders: [SenderInput] = [SenderInput(name: .value("陈志"))],
        receivedOn: CalendarDate = received,
        postmarkOn: CalendarDate? = nil,
        jointCount: Int? = nil,
        caseNos: [String] = [],
        dueOn: CalendarDate? = nil,
        isDueDateSetBySender: Bool = false
    ) -> [String] {
        var faults = Faults()
        _ = faults.letter(
            RegisterLetterInput(
                source: .ordinary,
                receivedOn: receivedOn,
                postmarkOn: postmarkOn.map { .value($0) } ?? .absent,
                receivedVia: .post,
                senders: senders,
                jointCount: jointCount.map { .value($0) } ?? .absent,
                caseNos: caseNos,
                subject: "标题",
                abstract: "第一行\n第二行",
                matterClass: .appealClaim,
                category: .filing,
                dueOn: dueOn.map { .value($0) } ?? .absent
            ),
            today: today,
            isDueDateSetBySender: isDueDateSetBySender
        )
        return faults.all.map { "\($0.field.joined(separator: ".")) \($0.code)" }
    }

    @Test("A complete letter, and an anonymous one, have no fault")
    func complete() {
        #expect(Self.faults() == [])
        #expect(Self.faults([]) == [])
        #expect(Self.faults(postmarkOn: Self.received, jointCount: 30, caseNos: ["（2017）晋03民终1号"]) == [])
    }

    @Test("Dates are in order and have come")
    func dates() {
        #expect(Self.faults(receivedOn: Self.today.adding(days: 1)) == ["receivedOn DATE_IN_FUTURE"])
        #expect(Self.faults(receivedOn: Self.today) == [])
        #expect(Self.faults(postmarkOn: Self.received.adding(days: 1)) == ["postmarkOn DATE_ORDER"])
    }

    @Test("The due date is given exactly where the transferring body sets it")
    func dueDate() {
        #expect(Self.faults(dueOn: Self.today) == ["dueOn DUE_DATE_NOT_ALLOWED"])
        #expect(Self.faults(isDueDateSetBySender: true) == ["dueOn DUE_DATE_REQUIRED"])
        #expect(Self.faults(dueOn: Self.received, isDueDateSetBySender: true) == [])
        #expect(Self.faults(dueOn: Self.received.adding(days: -1), isDueDateSetBySender: true) == ["dueOn DATE_ORDER"])
    }

    @Test("Six senders are too many, five are not")
    func tooMany() {
        let sender = SenderInput(name: .value("陈志"))
        #expect(Self.faults(Array(repeating: sender, count: 5)) == [])
        #expect(Self.faults(Array(repeating: sender, count: 6)) == ["senders TOO_MANY_REPRESENTATIVES"])
        #expect(Self.faults([sender, sender], jointCount: 1) == ["jointCount INPUT_INVALID"])
    }

    @Test("Each sender's faults name the sender")
    func senders() {
        let wrong = SenderInput(
            idNumber: .value("140302199002301239"),
            mobile: .value("12345678901"),
            regionCode: .value("1"),
            address: .value("\u{7}")
        )
        #expect(
            Self.faults([SenderInput(name: .value("陈志"), idNumber: .value("")), wrong]) == [
                "senders.1.name NAME_REQUIRED", "senders.1.idNumber ID_NUMBER_BIRTHDATE",
                "senders.1.mobile MOBILE_INVALID",
                "senders.1.regionCode REGION_CODE_UNKNOWN", "senders.1.address TEXT_CONTROL_CHARS",
            ]
        )
    }

    @Test("Case numbers are checked one by one")
    func caseNumbers() {
        #expect(
            Self.faults(caseNos: ["（2017）晋03民终1号", "胡说", "（1700）晋03民终1号"])
                == ["caseNos.1 CASE_NO_FORMAT", "caseNos.2 CASE_NO_YEAR"]
        )
    }

    @Test("All faults are thrown together, with paths from the input")
    func together() throws {
        var faults = Faults()
        _ = faults.text(" ", 10, "subject")
        faults.past(Self.today.adding(days: 1), today: Self.today, "sentOn")
        let thrown = try #require(throws: DomainErrors.self) { try faults.throwIfAny() }
        #expect(thrown.errors.map(\.code) == [.textEmpty, .dateInFuture])
        #expect(thrown.errors.map(\.message) == ["内容不能为空", "日期不能晚于今日"])
        #expect(thrown.errors.map { $0.field?.description } == ["input.subject", "input.sentOn"])
        #expect(throws: Never.self) { try Faults().throwIfAny() }
    }
}
