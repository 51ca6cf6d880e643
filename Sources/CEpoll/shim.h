#include <linux/aio_abi.h>
#include <poll.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

// Linux native AIO has no wrappers in glibc. Used for IOCB_CMD_POLL only (io_submit(2)): the kernel adds 1 to an eventfd
// when a descriptor can be read, with no thread that waits for it. Contexts are freed with io_destroy.

static inline int docket_aio_setup(aio_context_t *context) {
    *context = 0;
    return (int)syscall(SYS_io_setup, 8, context);
}

static inline int docket_aio_destroy(aio_context_t context) { return (int)syscall(SYS_io_destroy, context); }

// Asks once. Returns 1, or -1 with errno. The kernel copies the request before it returns.
static inline int docket_aio_poll(aio_context_t context, int descriptor, int signal) {
    struct iocb request;
    memset(&request, 0, sizeof request);
    struct iocb *requests[1] = {&request};
    request.aio_lio_opcode = IOCB_CMD_POLL;
    request.aio_fildes = (unsigned)descriptor;
    request.aio_buf = POLLIN;
    request.aio_flags = IOCB_FLAG_RESFD;
    request.aio_resfd = (unsigned)signal;
    return (int)syscall(SYS_io_submit, context, 1, requests);
}

// The ring of completions as the kernel maps it at the context's address (linux/fs/aio.c, struct aio_ring).
struct docket_aio_ring {
    unsigned id, count, head, tail, magic, compatible_features, incompatible_features, header_length;
};

// Takes what has completed, without waiting and, where the ring has the known form, without a system call.
static inline void docket_aio_take(aio_context_t context) {
    struct docket_aio_ring *ring = (struct docket_aio_ring *)context;
    if (ring->magic == 0xa10a10a1 && ring->incompatible_features == 0) {
        __atomic_store_n(&ring->head, __atomic_load_n(&ring->tail, __ATOMIC_ACQUIRE), __ATOMIC_RELEASE);
        return;
    }
    struct io_event events[8];
    syscall(SYS_io_getevents, context, 0, 8, events, NULL);
}
