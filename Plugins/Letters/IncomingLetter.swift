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
}

/// 来信人 as written on the letter, every value checked.
struct IncomingSender: Hashable, Sendable {
    let name: String
    let residentID: ResidentID?
    let mobile: PhoneNumber?
    let regionCode: String?
    let address: String?
    /// Whom the clerk says this is, where the number is on record under another name.
    let samePerson: SamePerson?

    struct SamePerson: Hashable, Sendable {
        let petitioner: Int64
        let reason: String
    }
}

extension IncomingLetter {
    /// A letter whose values the input's rules have checked.
    init(
        _ input: RegisterLetterInput,
        itemNo: Int? = nil,
        jointCount: Int,
        dueOn: CalendarDate?,
        today: CalendarDate
    ) throws(FormatError) {
        self.itemNo = itemNo
        externalRef = input.externalRef.value
        receivedOn = input.receivedOn
        postmarkOn = input.postmarkOn.value
        receivedVia = input.receivedVia
        senders = try input.senders.map { sender throws(FormatError) in try IncomingSender(sender, today: today) }
        self.jointCount = jointCount
        cases = []
        subject = input.subject
        abstract = input.abstract
        matterClass = input.matterClass
        category = input.category
        self.dueOn = dueOn
        for text in input.caseNos {
            let number = try CaseNumber(parsing: text, today: today)
            // A case that is cited twice is one.
            if !cases.contains(where: { $0.withoutDocument == number.withoutDocument }) { cases.append(number) }
        }
    }
}

extension IncomingSender {
    init(_ sender: SenderInput, today: CalendarDate) throws(FormatError) {
        name = sender.name.value ?? ""
        residentID = try sender.idNumber.value.map { text throws(FormatError) in
            try ResidentID(parsing: text, today: today)
        }
        mobile = try sender.mobile.value.map { text throws(FormatError) in try PhoneNumber(mobile: text) }
        regionCode = sender.regionCode.value
        address = sender.address.value
        samePerson = sender.sameAs.value.map { .init(petitioner: $0.petitionerId.value, reason: $0.reason) }
    }
}

extension Faults {
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
