import ArgumentParser
public import PluginKit

/// The command line of a program that serves plugins: `serve`, `dev`, `migrate`, `schema`, `token` and all others.
///
///     @main struct Main { static func main() async { await Docket.main(plugins: [Visits.plugin()]) } }
public enum Docket {
    /// Runs the command that the program's arguments name, over the core plugin and these, and ends the program with its
    /// exit status when it fails.
    public static func main(plugins: [Plugin]) async {
        await InstalledPlugins.$others.withValue(plugins) { await DocketCommand.main() }
    }
}
