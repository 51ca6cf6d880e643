import Synchronization

/// Lines and columns at every so many bytes of a source, found as far as they were asked for.
///
/// Many errors in one long document would else each cost a pass over it.
final class SourceCheckpoints: Sendable {
    /// In bytes.
    static let distance = 4096

    private let places = Mutex([SourceLocation(line: 1, column: 1)])

    /// The last checkpoint that is not after an offset, and its own offset.
    ///
    /// `next` counts from a known place at an offset to another offset.
    func last(
        before offset: Int,
        counting next: (_ known: SourceLocation, _ from: Int, _ to: Int) -> SourceLocation
    ) -> (SourceLocation, offset: Int) {
        let position = offset / Self.distance
        let place = places.withLock { places in
            while places.count <= position {
                let start = (places.count - 1) * Self.distance
                places.append(next(places[places.count - 1], start, start + Self.distance))
            }
            return places[position]
        }
        return (place, position * Self.distance)
    }
}
