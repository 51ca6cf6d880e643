/// Everything that is wrong with the settings, a line each: nothing starts on settings of which one is not understood.
struct SettingsFailure: Error, CustomStringConvertible {
    let faults: [String]

    var description: String { faults.joined(separator: "\n") }
}
