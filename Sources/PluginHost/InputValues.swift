import GraphQLLanguage
import PluginKit

extension JSONValue {
    /// A plugin's value as JSON.
    init(_ value: InputObject.Value) {
        self =
            switch value {
            case .null: .null
            case .boolean(let flag): .boolean(flag)
            case .integer(let number): .integer(number)
            case .double(let number): .double(number)
            case .string(let text): .string(text)
            case .list(let items): .array(items.map(JSONValue.init))
            case .object(let members): .object(members.map { Member($0.name, JSONValue($0.value)) })
            }
    }
}

extension InputObject.Value {
    /// A coerced value as plugins see it.
    init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .boolean(let flag): .boolean(flag)
            case .integer(let number): .integer(number)
            case .bigInteger(let digits): .double(Double(digits) ?? .infinity)
            case .double(let number): .double(number)
            case .string(let text): .string(text)
            case .array(let items): .list(items.map(InputObject.Value.init))
            case .object(let members): .object(members.map { .init(name: $0.name, value: .init($0.value)) })
            }
    }
}
