import GraphQLLanguage

extension ChangeSearch {
    /// Compares type and default value of an argument that both schemas have.
    mutating func compareArgument(_ old: SchemaInputValue, _ new: SchemaInputValue, at coordinate: String) {
        let typeChange = "Argument \(coordinate) has changed type from \(old.type) to \(new.type)."
        switch InputValueDifference(old, new) {
        case .incompatibleType: report(.argumentChangedKind, typeChange, at: coordinate)
        case .compatibleType: report(.argumentChangedKindSafe, typeChange, at: coordinate)
        case .defaultValueRemoved:
            report(.argumentDefaultValueChange, "\(coordinate) defaultValue was removed.", at: coordinate)
        case .defaultValueChanged(let old, let new):
            report(
                .argumentDefaultValueChange,
                "\(coordinate) has changed defaultValue from \(old) to \(new).",
                at: coordinate
            )
        case .defaultValueAdded(let new):
            report(.argumentDefaultValueAdded, "\(coordinate) added a defaultValue \(new).", at: coordinate)
        case nil: break
        }
    }

    /// Compares an input object's field that both schemas have.
    mutating func compareInputField(_ old: SchemaInputValue, _ new: SchemaInputValue, at coordinate: String) {
        let typeChange = "Field \(coordinate) changed type from \(old.type) to \(new.type)."
        switch InputValueDifference(old, new) {
        case .incompatibleType: report(.fieldChangedKind, typeChange, at: coordinate)
        case .compatibleType: report(.fieldChangedKindSafe, typeChange, at: coordinate)
        case .defaultValueRemoved:
            report(.inputFieldDefaultValueChange, "\(coordinate) defaultValue was removed.", at: coordinate)
        case .defaultValueChanged(let old, let new):
            report(
                .inputFieldDefaultValueChange,
                "\(coordinate) has changed defaultValue from \(old) to \(new).",
                at: coordinate
            )
        case .defaultValueAdded(let new):
            report(.inputFieldDefaultValueAdded, "\(coordinate) added a defaultValue \(new).", at: coordinate)
        case nil: break
        }
        compareDescriptions(old.description, new.description, of: "input-field \(coordinate)", at: coordinate)
    }
}

/// The one difference that counts between two definitions of an argument or input field.
///
/// Default values are compared as introspection shows them, with the fields of objects in natural order. A change of
/// type that is safe counts only where no default value was set before or is set now.
private enum InputValueDifference {
    case incompatibleType
    case compatibleType
    case defaultValueRemoved
    case defaultValueChanged(from: String, to: String)
    case defaultValueAdded(String)

    init?(_ old: SchemaInputValue, _ new: SchemaInputValue) {
        guard old.type.allowsInput(changingTo: new.type) else {
            self = .incompatibleType
            return
        }
        let before = old.defaultValue?.sorted.printed
        let after = new.defaultValue?.sorted.printed
        switch (before, after) {
        case (let before?, let after?):
            guard before != after else { return nil }
            self = .defaultValueChanged(from: before, to: after)
        case (.some, nil): self = .defaultValueRemoved
        case (nil, let after?): self = .defaultValueAdded(after)
        case (nil, nil):
            guard old.type != new.type else { return nil }
            self = .compatibleType
        }
    }
}
