import GraphQLLanguage

/// Walks two type systems side by side and collects what differs.
struct ChangeSearch {
    let old: Schema
    let new: Schema
    private(set) var changes: [SchemaChange] = []

    init(old: Schema, new: Schema) {
        self.old = old
        self.new = new
    }

    mutating func report(_ kind: SchemaChange.Kind, _ description: String, at coordinate: String) {
        changes.append(SchemaChange(kind, description, at: coordinate))
    }

    /// Reports a description that is another; `element` is what the sentence calls the described element.
    mutating func compareDescriptions(_ old: String?, _ new: String?, of element: String, at coordinate: String) {
        // A description that is gone reads as graphql-js writes a missing value.
        guard old != new else { return }
        let text = new ?? "undefined"
        report(.descriptionChanged, "Description of \(element) has changed to \"\(text)\".", at: coordinate)
    }

    mutating func compareTypes() {
        let types = MemberDifference(old.types, new.types, by: \.name)
        for type in types.removed {
            let description =
                Standard.scalarNames.contains(type.name)
                ? "Standard scalar \(type.name) was removed because it is not referenced anymore."
                : "\(type.name) was removed."
            report(.typeRemoved, description, at: type.name)
        }
        for type in types.added { report(.typeAdded, "\(type.name) was added.", at: type.name) }
        for (old, new) in types.kept {
            compareDescriptions(old.description, new.description, of: old.name, at: old.name)
            compare(old, new)
        }
    }

    private mutating func compare(_ old: TypeDefinition, _ new: TypeDefinition) {
        switch (old, new) {
        case (.enumeration(let old), .enumeration(let new)): compare(old, new)
        case (.union(let old), .union(let new)): compare(old, new)
        case (.input(let old), .input(let new)): compare(old, new)
        case (.object(let old), .object(let new)):
            compareFields(of: old.name, old.fields, new.fields)
            compareInterfaces(of: old.name, old.interfaces, new.interfaces)
        case (.interface(let old), .interface(let new)):
            compareFields(of: old.name, old.fields, new.fields)
            compareInterfaces(of: old.name, old.interfaces, new.interfaces)
        case (.scalar, .scalar): break
        default:
            report(
                .typeChangedKind,
                "\(old.name) changed from \(old.kindWithArticle) to \(new.kindWithArticle).",
                at: old.name
            )
        }
    }

    private mutating func compare(_ old: EnumType, _ new: EnumType) {
        let values = MemberDifference(old.values, new.values, by: \.name)
        for value in values.added {
            let coordinate = "\(old.name).\(value.name)"
            report(.valueAddedToEnum, "Enum value \(coordinate) was added.", at: coordinate)
        }
        for value in values.removed {
            let coordinate = "\(old.name).\(value.name)"
            report(.valueRemovedFromEnum, "Enum value \(coordinate) was removed.", at: coordinate)
        }
        for (before, after) in values.kept {
            let coordinate = "\(old.name).\(before.name)"
            compareDescriptions(
                before.description,
                after.description,
                of: "enum value \(coordinate)",
                at: coordinate
            )
        }
    }

    private mutating func compare(_ old: UnionType, _ new: UnionType) {
        let members = MemberDifference(old.members, new.members, by: \.self)
        for member in members.added {
            let description = "\(member) was added to union type \(old.name)."
            report(.typeAddedToUnion, description, at: "\(old.name).\(member)")
        }
        for member in members.removed {
            let description = "\(member) was removed from union type \(old.name)."
            report(.typeRemovedFromUnion, description, at: "\(old.name).\(member)")
        }
    }

    private mutating func compare(_ old: InputObjectType, _ new: InputObjectType) {
        let fields = MemberDifference(old.fields, new.fields, by: \.name)
        for field in fields.added {
            let coordinate = "\(old.name).\(field.name)"
            if field.isRequired {
                report(.requiredInputFieldAdded, "A required field \(coordinate) was added.", at: coordinate)
            } else {
                report(.optionalInputFieldAdded, "An optional field \(coordinate) was added.", at: coordinate)
            }
        }
        for field in fields.removed {
            let coordinate = "\(old.name).\(field.name)"
            report(.fieldRemoved, "Field \(coordinate) was removed.", at: coordinate)
        }
        for (before, after) in fields.kept {
            compareInputField(before, after, at: "\(old.name).\(before.name)")
        }
    }

    private mutating func compareInterfaces(of type: String, _ old: [String], _ new: [String]) {
        let interfaces = MemberDifference(old, new, by: \.self)
        for interface in interfaces.added {
            let description = "\(interface) added to interfaces implemented by \(type)."
            report(.implementedInterfaceAdded, description, at: "\(type).\(interface)")
        }
        for interface in interfaces.removed {
            let description = "\(type) no longer implements interface \(interface)."
            report(.implementedInterfaceRemoved, description, at: "\(type).\(interface)")
        }
    }
}

extension TypeDefinition {
    fileprivate var kindWithArticle: String {
        switch self {
        case .scalar: "a Scalar type"
        case .object: "an Object type"
        case .interface: "an Interface type"
        case .union: "a Union type"
        case .enumeration: "an Enum type"
        case .input: "an Input type"
        }
    }
}
