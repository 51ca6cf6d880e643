import DocketCommands
import DossiersPlugin
import VisitsPlugin

@main
struct Main {
    static func main() async { await Docket.main(plugins: [Dossiers.plugin(), Visits.plugin()]) }
}
