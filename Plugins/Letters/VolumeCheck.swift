import PluginKit

/// What a volume must hold before it is bound (案卷装订).
enum VolumeCheck {
    /// “七有”: what every volume holds.
    static let required = VolumeDocument.allCases.filter { $0 != .other }

    /// The number of pages, counted from 1 without gap or overlap; else PAGES_NOT_CONTINUOUS.
    static func pageCount(_ entries: [VolumeEntryInput]) throws(DomainError) -> Int {
        var last = 0
        for entry in entries.sorted(by: { $0.pageFrom < $1.pageFrom }) {
            guard entry.pageFrom == last + 1, entry.pageTo >= entry.pageFrom else {
                throw discontinuous(expected: last + 1)
            }
            last = entry.pageTo
        }
        guard last > 0 else { throw discontinuous(expected: 1) }
        return last
    }

    /// Throws VOLUME_INCOMPLETE with what is missing of the “七有”.
    ///
    /// 未结事项措施 needs no document where the measures are given as text, nor where nothing is left unfinished: no claim
    /// refused, no sender dissatisfied.
    static func requireComplete(
        _ entries: [VolumeEntryInput],
        hasMeasures: Bool,
        isFinished: Bool
    ) throws(DomainError) {
        let present = Set(entries.map(\.document))
        let missing = required.filter { document in
            !present.contains(document) && !(document == .unfinishedMeasures && (hasMeasures || isFinished))
        }
        guard missing.isEmpty else {
            throw DomainError(
                .volumeIncomplete,
                "案卷材料不齐",
                field: .input(["entries"]),
                details: [.init("missing", .list(missing.map { .string($0.rawValue) }))]
            )
        }
    }

    private static func discontinuous(expected page: Int) -> DomainError {
        DomainError(
            .init("PAGES_NOT_CONTINUOUS"),
            "页码不连续",
            field: .input(["entries"]),
            details: [.init("expectedPage", .integer(page))]
        )
    }
}
