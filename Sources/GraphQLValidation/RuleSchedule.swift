/// Rules by the event they hear, each list in the order in which the rules look at a node.
///
/// Made once for the specified rules and shared by every validation with them.
final class RuleSchedule: Sendable {
    typealias Rules = [any DocumentRule.Type]

    let enterDocument: Rules
    let leaveDocument: Rules
    let enterOperation: Rules
    let leaveOperation: Rules
    let enterFragment: Rules
    let enterVariable: Rules
    let enterSelections: Rules
    let enterField: Rules
    let leaveField: Rules
    let enterSpread: Rules
    let enterInlineFragment: Rules
    let enterArgument: Rules
    let enterDirective: Rules
    let leaveDirective: Rules
    let enterLiteral: Rules
    let enterObject: Rules
    let enterObjectField: Rules
    let enterEnumValue: Rules
    let enterTypeName: Rules
    let enterElement: Rules
    /// Whether some rule asks for the types of values within literals.
    let needsTypesInLiterals: Bool

    init(_ rules: [ValidationRule]) {
        let types = rules.map(\.type)
        func hearing(_ event: WalkEvents) -> Rules { types.filter { $0.events.contains(event) } }
        enterDocument = hearing(.enterDocument)
        leaveDocument = hearing(.leaveDocument)
        enterOperation = hearing(.enterOperation)
        leaveOperation = hearing(.leaveOperation)
        enterFragment = hearing(.enterFragment)
        enterVariable = hearing(.enterVariable)
        enterSelections = hearing(.enterSelections)
        enterField = hearing(.enterField)
        leaveField = hearing(.leaveField)
        enterSpread = hearing(.enterSpread)
        enterInlineFragment = hearing(.enterInlineFragment)
        enterArgument = hearing(.enterArgument)
        enterDirective = hearing(.enterDirective)
        leaveDirective = hearing(.leaveDirective)
        enterLiteral = hearing(.enterLiteral)
        enterObject = hearing(.enterObject)
        enterObjectField = hearing(.enterObjectField)
        enterEnumValue = hearing(.enterEnumValue)
        enterTypeName = hearing(.enterTypeName)
        enterElement = hearing(.enterElement)
        needsTypesInLiterals = !enterObjectField.isEmpty || !enterEnumValue.isEmpty
    }

    /// The schedule of the specified rules.
    static let specified = RuleSchedule(ValidationRule.specified)
}
