/// The version of this source, as CHANGELOG.md heads it.
enum ProductVersion {
    static let text = "0.1.0-unreleased"
}
