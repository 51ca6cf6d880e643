import GraphQLLanguage

extension TypeReference {
    /// Whether what was selected from a field of this type can still be selected when it has the other type.
    func allowsOutput(changingTo new: TypeReference) -> Bool {
        switch (self, new) {
        case (.nonNull(let old), .nonNull(let new)): old.allowsOutput(changingTo: new)
        case (.nonNull, _): false
        // A null that no longer comes surprises nobody.
        case (_, .nonNull(let new)): allowsOutput(changingTo: new)
        case (.list(let old, _), .list(let new, _)): old.allowsOutput(changingTo: new)
        case (.named(let old), .named(let new)): old.text == new.text
        case (.list, .named), (.named, .list): false
        }
    }

    /// Whether a value given for an argument or input field of this type can still be given when it has the other type.
    func allowsInput(changingTo new: TypeReference) -> Bool {
        switch (self, new) {
        case (.nonNull(let old), .nonNull(let new)): old.allowsInput(changingTo: new)
        case (.nonNull(let old), _): old.allowsInput(changingTo: new)
        case (_, .nonNull): false
        case (.list(let old, _), .list(let new, _)): old.allowsInput(changingTo: new)
        case (.named(let old), .named(let new)): old.text == new.text
        case (.list, .named), (.named, .list): false
        }
    }
}
