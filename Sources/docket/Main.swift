import CoordinationPlugin
import DocketCommands
import DossiersPlugin
import LettersPlugin

/// The program `docket`: the plugins that it carries, one line each.
@main
struct Main {
    static func main() async {
        await Docket.main(plugins: [
            Dossiers.plugin(),
            Letters.plugin(),
            Coordination.plugin(),
        ])
    }
}
