import GraphQLLanguage

extension ChangeSearch {
    mutating func compareFields(of type: String, _ old: [SchemaField], _ new: [SchemaField]) {
        let fields = MemberDifference(old, new, by: \.name)
        for field in fields.removed {
            let coordinate = "\(type).\(field.name)"
            report(.fieldRemoved, "Field \(coordinate) was removed.", at: coordinate)
        }
        for field in fields.added {
            let coordinate = "\(type).\(field.name)"
            report(.fieldAdded, "Field \(coordinate) was added.", at: coordinate)
        }
        for (before, after) in fields.kept {
            let coordinate = "\(type).\(before.name)"
            compareArguments(of: coordinate, before.arguments, after.arguments)
            if before.type != after.type {
                report(
                    before.type.allowsOutput(changingTo: after.type) ? .fieldChangedKindSafe : .fieldChangedKind,
                    "Field \(coordinate) changed type from \(before.type) to \(after.type).",
                    at: coordinate
                )
            }
            compareDescriptions(before.description, after.description, of: "field \(coordinate)", at: coordinate)
        }
    }

    private mutating func compareArguments(
        of field: String,
        _ old: [SchemaInputValue],
        _ new: [SchemaInputValue]
    ) {
        let arguments = MemberDifference(old, new, by: \.name)
        for argument in arguments.removed {
            let coordinate = "\(field)(\(argument.name):)"
            report(.argumentRemoved, "Argument \(coordinate) was removed.", at: coordinate)
        }
        for (before, after) in arguments.kept {
            let coordinate = "\(field)(\(before.name):)"
            compareArgument(before, after, at: coordinate)
            compareDescriptions(
                before.description,
                after.description,
                of: "argument \(field)(\(before.name))",
                at: coordinate
            )
        }
        for argument in arguments.added {
            let coordinate = "\(field)(\(argument.name):)"
            if argument.isRequired {
                report(.requiredArgumentAdded, "A required argument \(coordinate) was added.", at: coordinate)
            } else {
                report(.optionalArgumentAdded, "An optional argument \(coordinate) was added.", at: coordinate)
            }
        }
    }
}
