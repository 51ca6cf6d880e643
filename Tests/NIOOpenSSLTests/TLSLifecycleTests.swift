import Testing

@testable import NIOOpenSSL

@Suite("The life of a TLS connection")
struct TLSLifecycleTests {
    private func open() -> TLSLifecycle {
        var lifecycle = TLSLifecycle()
        lifecycle.handshakeFinished()
        return lifecycle
    }

    @Test("During the handshake, application data goes neither way")
    func handshaking() {
        let lifecycle = TLSLifecycle()
        #expect(lifecycle.isHandshaking)
        #expect(!lifecycle.canRead)
        #expect(!lifecycle.canWrite)
    }

    @Test("After the handshake, it goes both ways")
    func opened() {
        let lifecycle = open()
        #expect(!lifecycle.isHandshaking)
        #expect(lifecycle.canRead)
        #expect(lifecycle.canWrite)
    }

    @Test("The peer's close_notify ends reading, is news once, and leaves writing")
    func peerFinishes() {
        var lifecycle = open()
        let news = [lifecycle.peerFinished(), lifecycle.peerFinished()]
        #expect(news == [true, false])
        #expect(!lifecycle.canRead)
        #expect(lifecycle.canWrite)
    }

    @Test("Our close_notify ends writing, is due once, and leaves reading")
    func outputFinishes() {
        var lifecycle = open()
        let due = [lifecycle.finishOutput(), lifecycle.finishOutput()]
        #expect(due == [true, false])
        #expect(lifecycle.canRead)
        #expect(!lifecycle.canWrite)
    }

    @Test("Both close_notifies end it, in either order")
    func bothFinish() {
        var first = open()
        let firstSteps = [first.peerFinished(), first.finishOutput()]
        var second = open()
        let secondSteps = [second.finishOutput(), second.peerFinished()]
        #expect(firstSteps == [true, true])
        #expect(secondSteps == [true, true])
        #expect(first.state == .closed)
        #expect(second.state == .closed)
    }

    @Test("Nothing is due before the handshake's end, and nothing leads back from the end")
    func endIsFinal() {
        var lifecycle = TLSLifecycle()
        let due = [lifecycle.finishOutput(), lifecycle.peerFinished()]
        #expect(due == [false, false])
        let ends = [lifecycle.end(), lifecycle.end()]
        #expect(ends == [true, false])
        lifecycle.handshakeFinished()
        #expect(lifecycle.state == .closed)
    }
}
