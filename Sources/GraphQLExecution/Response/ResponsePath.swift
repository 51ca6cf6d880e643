import GraphQLLanguage

/// Where a writer stands: pushed to and popped from at every field, read only for errors.
struct ResponsePath: ~Copyable {
    enum Step {
        /// Position in the program's names.
        case field(Int32)
        case index(Int32)
    }

    /// Allocated here and freed in `deinit`; the first `count` of `capacity` steps are set.
    private var start: UnsafeMutablePointer<Step>
    private var capacity = 32
    private(set) var count = 0

    init() { start = .allocate(capacity: capacity) }

    deinit { start.deallocate() }

    @inline(__always)
    mutating func push(_ step: Step) {
        if count == capacity { grow() }
        // There is room for it.
        start[count] = step
        count += 1
    }

    @inline(__always)
    mutating func pop() { count -= 1 }

    @inline(never)
    private mutating func grow() {
        let moved = UnsafeMutablePointer<Step>.allocate(capacity: capacity * 2)
        // Both hold at least `count` steps, and do not overlap.
        moved.update(from: start, count: count)
        start.deallocate()
        start = moved
        capacity *= 2
    }

    /// The steps from the root.
    var steps: [Step] {
        // The first `count` steps are set.
        Array(UnsafeBufferPointer(start: start, count: count))
    }
}
