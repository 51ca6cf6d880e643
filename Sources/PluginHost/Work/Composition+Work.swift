import GraphQLSchema
import PluginKit

extension Composition {
    /// Throws for a timer that a command sets and no plugin declares: it would never run.
    func checkTimers(_ records: WriteRecords) throws(WorkFailure) {
        for change in records.timers where !timerNames.contains(change.kind.name) {
            throw WorkFailure(description: "no plugin declares the timer \(change.kind.name)")
        }
    }
}

extension CompositionCheck {
    /// Subscribers and timers are named for their plugin, each once, and listen to what an event can be named.
    mutating func runners() -> [WorkRunner] {
        var runners: [WorkRunner] = []
        var places: [String: Provenance] = [:]
        for plugin in plugins {
            for subscriber in plugin.subscribers {
                let place = Provenance(plugin: plugin.name, file: subscriber.file, line: subscriber.line)
                checkName(subscriber.name, "subscriber", plugin, place, &places)
                if subscriber.events.isEmpty { report("Subscriber \"\(subscriber.name)\" listens to nothing.", place) }
                for event in subscriber.events where !Self.isEvent(event) {
                    report(
                        "Subscriber \"\(subscriber.name)\" listens to \"\(event)\": an event is named kind.what, all of a kind "
                            + "kind.*.",
                        place
                    )
                }
                runners.append(WorkRunner(subscriber))
            }
            for timer in plugin.timers {
                let place = Provenance(plugin: plugin.name, file: timer.file, line: timer.line)
                checkName(timer.name, "timer", plugin, place, &places)
                if case .daily(let hour, _, _, _) = timer.schedule, !(0...23).contains(hour) {
                    report("Timer \"\(timer.name)\" runs at hour \(hour): an hour is 0 to 23.", place)
                }
                runners.append(WorkRunner(timer))
            }
        }
        return runners
    }

    private mutating func checkName(
        _ name: String,
        _ what: String,
        _ plugin: Plugin,
        _ place: Provenance,
        _ places: inout [String: Provenance]
    ) {
        if !name.hasPrefix("\(plugin.name).") || name.count == plugin.name.count + 1 {
            report("The \(what) \"\(name)\" of plugin \"\(plugin.name)\" must be named \(plugin.name).….", place)
        }
        if places.updateValue(place, forKey: name) != nil {
            report("There are two subscribers or timers named \"\(name)\".", place)
        }
    }

    private static func isEvent(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && parts[0] != "*"
    }
}
