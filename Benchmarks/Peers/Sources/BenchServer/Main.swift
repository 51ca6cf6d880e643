import BenchPlugin
import DocketCommands

/// Docket's command over the benchmark's plugin.
@main
struct Main {
    static func main() async { await Docket.main(plugins: [Bench.plugin()]) }
}
