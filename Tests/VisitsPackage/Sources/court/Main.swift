import DocketCommands
import VisitsPlugin

@main
struct Main {
    static func main() async { await Docket.main(plugins: [Visits.plugin()]) }
}
