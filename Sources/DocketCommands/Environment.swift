import Foundation

/// Environment variables.
enum Environment {
    static subscript(name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}
