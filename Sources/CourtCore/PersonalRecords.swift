package import CourtFormats
package import PluginKit

/// What a plugin keeps of persons beside the register of petitioners, for a person who asks (个人信息保护法 §45).
package protocol PersonalRecords: PluginService {
    /// What is kept of the petitioners of these registrations, without what is sealed.
    func records(ofRegistrations registrations: [Int64], in context: WriteContext) async throws -> [PersonalRecord]
}

/// An object with personal values in it.
package struct PersonalRecord: Hashable, Sendable {
    /// As the audit log and the register of disclosures name it: `Letter`.
    package let objectType: String
    package let objectID: Int64
    /// Its number, by which a person may ask for it.
    package let number: String
    package let occurredOn: CalendarDate
    /// Names of the fields that hold something, as the API names them; never values.
    package let fields: [String]

    package init(
        objectType: String,
        objectID: Int64,
        number: String,
        occurredOn: CalendarDate,
        fields: [String]
    ) {
        self.objectType = objectType
        self.objectID = objectID
        self.number = number
        self.occurredOn = occurredOn
        self.fields = fields
    }
}
