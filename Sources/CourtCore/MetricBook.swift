package import PluginKit

/// The indicators of all plugins, by key; the host makes it.
package struct MetricBook: PluginService {
    package let metrics: [Metric]

    package init(_ metrics: [Metric]) {
        self.metrics = metrics.sorted { $0.key < $1.key }
    }

    /// The metrics of these keys in their order, all of them without keys; an unknown one: NOT_FOUND.
    func metrics(_ keys: [String]?) throws(DomainErrors) -> [Metric] {
        guard let keys else { return metrics }
        var errors = DomainErrors()
        var found: [Metric] = []
        for (position, key) in keys.enumerated() {
            if let metric = metrics.first(where: { $0.key == key }) {
                if !found.contains(where: { $0.key == key }) { found.append(metric) }
            } else {
                errors.add(DomainError(.notFound, "不存在", field: InputPath(["keys", String(position)])))
            }
        }
        try errors.throwIfAny()
        return found
    }
}
