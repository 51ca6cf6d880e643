import CourtCore
import CourtFormats
import PluginKit

/// A letter's content after every check, before it has a number.
struct IncomingLetter: Hashable, Sendable {
    var itemNo: Int?
    var externalRef: String?
    var receivedOn: CalendarDate
    var postmarkOn: CalendarDate?
    var receivedVia: LetterChannel
    var senders: [IncomingSender]
    var jointCount: Int
    var cases: [CaseNumber]
    var subject: String
    var abstract: String
    var matterClass: MatterClass
    var category: MatterCategory
    /// The date that the transferring body has set; nil where a rule counts it.
    var dueOn: CalendarDate?

    /// An accusation is sealed from entry.
    var isSealed: Bool { matterClass == .accusation }

    static let subjectLimit = 200
    static let abstractLimit = 4000
    static let referenceLimit = 100
    static let caseLimit = 50
    /// A joint matter has five representatives at most (《信访工作条例》 §20).
    static let senderLimit = 5
}

/// 来信人 as written on the letter, every value checked.
struct IncomingSender: Hashable, Sendable {
    let name: String
    let residentID: ResidentID?
    let mobile: PhoneNumber?
    let regionCode: String?
    let address: String?
}

extension Faults {
    /// What a sender is written with: values by field, an empty one being none.
    struct Sender {
        var name: String?
        var idNumber: String?
        var mobile: String?
        var regionCode: String?
        var address: String?
    }

    /// Checks a sender; `field` answers where a value of this name stands.
    ///
    /// A file may have ID numbers of fifteen digits.
    mutating func sender(
        _ sender: Sender,
        today: CalendarDate,
        isImported: Bool = false,
        field: (_ name: String) -> [String]
    ) -> IncomingSender {
        var name = ""
        if let given = sender.name, !given.isBlank {
            name =
                read(field("name")) { () throws(FormatError) in try TextRule(maximumLength: 100).check(given) } ?? given
        } else {
            add(field("name"), "NAME_REQUIRED", "姓名（名称）必填")
        }
        return IncomingSender(
            name: name,
            residentID: readGiven(sender.idNumber, field("idNumber")) { text throws(FormatError) in
                isImported ? try ResidentID(imported: text, today: today) : try ResidentID(parsing: text, today: today)
            },
            mobile: readGiven(sender.mobile, field("mobile")) { text throws(FormatError) in
                try PhoneNumber(mobile: text)
            },
            regionCode: readGiven(sender.regionCode, field("regionCode")) { text throws(FormatError) in
                try RegionCode(parsing: text).text
            },
            address: readGiven(sender.address, field("address")) { text throws(FormatError) in
                try TextRule(maximumLength: 200).check(text)
            }
        )
    }

    private mutating func readGiven<Value>(
        _ text: String?,
        _ field: [String],
        _ parse: (String) throws(FormatError) -> Value
    ) -> Value? {
        guard let text, !text.isBlank else { return nil }
        return read(field) { () throws(FormatError) in try parse(text) }
    }

    /// The date set by the transferring body: needed where the rule counts none, refused where it does unless the body may
    /// set one all the same, and not before the day of receipt where that is a possible one.
    mutating func dueDate(
        _ given: CalendarDate?,
        isSetBySender: Bool,
        maySenderSet: Bool = false,
        receivedOn: CalendarDate?,
        _ field: String...
    ) -> CalendarDate? {
        switch (given, isSetBySender) {
        case (nil, true):
            add(field, "DUE_DATE_REQUIRED", "须填写转办单位确定的办理期限")
        case (.some, false) where !maySenderSet:
            add(field, "DUE_DATE_NOT_ALLOWED", "该类来信的期限按规则计算，不得填写")
        case (let date?, _):
            if let receivedOn, date < receivedOn {
                add(field, DomainError.Code.dateOrder.rawValue, "日期先后顺序错误")
            }
        case (nil, false): break
        }
        return given
    }
}
