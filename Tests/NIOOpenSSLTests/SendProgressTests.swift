import NIOCore
import Testing

@testable import NIOOpenSSL

@Suite("Whether a peer takes what is sent")
struct SendProgressTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)

    @Test("Nothing that waits is done, however long ago it was sent")
    func done() {
        var progress = SendProgress(written: 100, waiting: 100, at: start)
        #expect(progress.look(written: 100, waiting: 0, at: start + .hours(1), patience: .seconds(30)) == .done)
    }

    @Test("What does not move for as long as the patience lasts is stalled, also while more is written")
    func stalled() {
        var progress = SendProgress(written: 100, waiting: 60, at: start)
        #expect(progress.look(written: 500, waiting: 460, at: start + .seconds(29), patience: .seconds(30)) == .moving)
        #expect(progress.look(written: 900, waiting: 860, at: start + .seconds(30), patience: .seconds(30)) == .stalled)
    }

    @Test("One byte is a movement")
    func moving() {
        var progress = SendProgress(written: 100, waiting: 60, at: start)
        for second in 1...100 {
            let time = start + .seconds(29 * Int64(second))
            #expect(progress.look(written: 1000, waiting: 960 - second, at: time, patience: .seconds(30)) == .moving)
        }
    }
}
