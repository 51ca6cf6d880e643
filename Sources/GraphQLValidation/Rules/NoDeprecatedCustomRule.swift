import GraphQLLanguage
import GraphQLSchema

/// Nothing deprecated is used; for tools, not for requests (GraphQL §3.13.3).
enum NoDeprecatedCustomRule: DocumentRule {
    static let events: WalkEvents = [.enterField, .enterArgument, .enterObjectField, .enterEnumValue]

    static func enterField(_ field: Field, _ context: ValidationContext) {
        guard let reason = context.types.field?.deprecationReason, let parent = context.types.parentType else { return }
        context.report("The field \(parent.name).\(field.name.text) is deprecated. \(reason)", at: field.offset)
    }

    static func enterArgument(_ site: ArgumentSite, _ context: ValidationContext) {
        guard let definition = site.definition, let reason = definition.deprecationReason else { return }
        let owner =
            if let directive = context.types.directive {
                "@\(directive.name)"
            } else {
                "\(context.types.parentType?.name ?? "").\(context.types.field?.name ?? "")"
            }
        context.report(
            "The argument \"\(owner)(\(definition.name):)\" is deprecated. \(reason)",
            at: site.argument.name.offset
        )
    }

    static func enterObjectField(_ field: ObjectField, of type: InputObjectType, _ context: ValidationContext) {
        guard let reason = type.field(named: field.name.text)?.deprecationReason else { return }
        context.report(
            "The input field \(type.name).\(field.name.text) is deprecated. \(reason)",
            at: field.name.offset
        )
    }

    static func enterEnumValue(_ value: Value, of type: EnumType, _ context: ValidationContext) {
        guard let name = value.enumName, let reason = type.value(named: name)?.deprecationReason else { return }
        context.report("The enum value \"\(type.name).\(name)\" is deprecated. \(reason)", at: value.offset)
    }
}
