import GraphQLLanguage

extension ChangeSearch {
    mutating func compareDirectives() {
        let directives = MemberDifference(old.directives, new.directives, by: \.name)
        for directive in directives.removed {
            let coordinate = "@\(directive.name)"
            report(.directiveRemoved, "Directive \(coordinate) was removed.", at: coordinate)
        }
        for directive in directives.added {
            let coordinate = "@\(directive.name)"
            report(.directiveAdded, "Directive \(coordinate) was added.", at: coordinate)
        }
        for (before, after) in directives.kept {
            let coordinate = "@\(before.name)"
            compareArguments(of: before, after)
            if before.isRepeatable, !after.isRepeatable {
                report(
                    .directiveRepeatableRemoved,
                    "Repeatable flag was removed from \(coordinate).",
                    at: coordinate
                )
            } else if !before.isRepeatable, after.isRepeatable {
                report(.directiveRepeatableAdded, "Repeatable flag was added to \(coordinate).", at: coordinate)
            }
            compareDescriptions(before.description, after.description, of: coordinate, at: coordinate)
            compareLocations(of: coordinate, before.locations, after.locations)
        }
    }

    private mutating func compareArguments(of old: SchemaDirective, _ new: SchemaDirective) {
        let arguments = MemberDifference(old.arguments, new.arguments, by: \.name)
        for argument in arguments.added {
            let coordinate = "@\(old.name)(\(argument.name):)"
            if argument.isRequired {
                let description = "A required argument \(coordinate) was added."
                report(.requiredDirectiveArgumentAdded, description, at: coordinate)
            } else {
                let description = "An optional argument \(coordinate) was added."
                report(.optionalDirectiveArgumentAdded, description, at: coordinate)
            }
        }
        for argument in arguments.removed {
            let coordinate = "@\(old.name)(\(argument.name):)"
            report(.directiveArgumentRemoved, "Argument \(coordinate) was removed.", at: coordinate)
        }
        for (before, after) in arguments.kept {
            let coordinate = "@\(old.name)(\(before.name):)"
            compareArgument(before, after, at: coordinate)
            // graphql-js puts the directive's name between the parentheses, not the argument's.
            compareDescriptions(
                before.description,
                after.description,
                of: "@\(old.name)(\(old.name))",
                at: coordinate
            )
        }
    }

    private mutating func compareLocations(of directive: String, _ old: [String], _ new: [String]) {
        let locations = MemberDifference(old, new, by: \.self)
        for location in locations.removed {
            let description = "\(location) was removed from \(directive)."
            report(.directiveLocationRemoved, description, at: "\(directive).\(location)")
        }
        for location in locations.added {
            let description = "\(location) was added to \(directive)."
            report(.directiveLocationAdded, description, at: "\(directive).\(location)")
        }
    }
}
