import Foundation

/// Environment variables.
package enum Environment {
    /// The value of a variable, nil where it is not set.
    package static subscript(name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}
