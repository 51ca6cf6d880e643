import CEpoll
import Glibc

/// Lets the kernel write to an eventfd when an epoll set has something to tell (Linux native AIO, IOCB_CMD_POLL).
///
/// It is asked for one time only, and asked for again after each. An event loop that can watch the eventfd, but no foreign
/// sockets, learns of them this way without a thread between.
struct ReadinessSignal: Sendable {
    let eventDescriptor: Int32
    private let context: aio_context_t

    /// nil where the system does not allow it: before Linux 4.18, in some sandboxes, or at the limit `fs.aio-max-nr`.
    init?() {
        let descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        var context: aio_context_t = 0
        guard descriptor >= 0 else { return nil }
        guard docket_aio_setup(&context) == 0 else {
            Glibc.close(descriptor)
            return nil
        }
        eventDescriptor = descriptor
        self.context = context
    }

    /// Asks to be told when the descriptor can be read; at once if it can now.
    func arm(_ descriptor: Int32) -> Bool {
        // What was told before is taken first: the ring of completions is short.
        docket_aio_take(context)
        return docket_aio_poll(context, descriptor, eventDescriptor) == 1
    }

    /// Frees the kernel's side; the eventfd belongs to whoever watches it.
    func destroy() { _ = docket_aio_destroy(context) }
}
