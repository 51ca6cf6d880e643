#!/usr/bin/env python3
"""What wrk cannot do: many idle connections, and a list read page by page. Prints one line of name=value, sizes in KB.

client.py connections PORT CERTIFICATE PID COUNT
client.py export PORT CERTIFICATE PID ROWS
PID is the server's process, whose resident memory is read from /proc."""
import http.client
import json
import pathlib
import re
import ssl
import sys
import time

FOLDER = pathlib.Path(__file__).parent
HEADERS = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}
PAGE = 200
WARM_REQUESTS = 200
REST_SECONDS = 2


class Server:
    """The server under test: how it is reached, and its memory."""

    def __init__(self, port, certificate, process):
        self.port = port
        self.tls = ssl.create_default_context(cafile=certificate)
        self.tls.minimum_version = ssl.TLSVersion.TLSv1_3
        self.folder = pathlib.Path("/proc", process)

    def connect(self):
        connection = http.client.HTTPSConnection("localhost", self.port, context=self.tls, timeout=30)
        connection.connect()
        return connection

    def memory(self, name):
        """VmRSS, resident now, or VmHWM, the most that ever was."""
        return int(re.search(rf"^{name}:\s+(\d+) kB$", (self.folder / "status").read_text(), re.M).group(1))

    def forget_peak(self):
        # Not everywhere allowed; the peak is then that since the start.
        try:
            (self.folder / "clear_refs").write_text("5")
        except OSError:
            pass


def ask(connection, document, variables):
    """Returns `data` and the size of the response's body; ends all when there is an error."""
    connection.request("POST", "/graphql", json.dumps({"query": document, "variables": variables}), HEADERS)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        sys.exit(f"The server refused to be measured: {response.status} {body[:1000].decode(errors='replace')}")
    answer = json.loads(body)
    if answer.get("errors") or None in answer["data"].values():
        sys.exit(f"The server has nothing to be measured: {body[:1000].decode(errors='replace')}")
    return answer["data"], len(body)


def document(name):
    return (FOLDER / f"{name}.graphql").read_text()


def measure_connections(server, count):
    letter = document("letter")
    first = server.connect()
    for number in range(WARM_REQUESTS):
        ask(first, letter, {"id": str(1 + number)})
    before = server.memory("VmRSS")
    connections = []
    for number in range(count):
        connections.append(server.connect())
        ask(connections[-1], letter, {"id": str(1 + number % WARM_REQUESTS)})
    time.sleep(REST_SECONDS)
    after = server.memory("VmRSS")
    # A connection that was closed cannot answer: http.client must not open it anew.
    for connection in connections:
        connection.auto_open = False
        ask(connection, letter, {"id": "1"})
    print(f"connections={count} before={before} after={after} each={(after - before) / count:.1f}")


def measure_export(server, rows):
    export = document("export")
    connection = server.connect()
    for _ in range(WARM_REQUESTS // 10):
        ask(connection, export, {"first": PAGE, "after": None})
    server.forget_peak()
    before = server.memory("VmRSS")
    tenth = None
    ids = set()
    read = pages = size = 0
    after = None
    start = time.monotonic()
    while read < rows:
        data, length = ask(connection, export, {"first": min(PAGE, rows - read), "after": after})
        page = data["letterPages"]
        ids.update(node["id"] for node in page["nodes"])
        read += len(page["nodes"])
        pages += 1
        size += length
        after = page["pageInfo"]["endCursor"]
        if tenth is None and read >= rows / 10:
            tenth = server.memory("VmHWM")
        if not page["nodes"] or not page["pageInfo"]["hasNextPage"]:
            break
    seconds = time.monotonic() - start
    peak = server.memory("VmHWM")
    if read != rows or len(ids) != rows:
        sys.exit(f"The export of {rows} rows had {read}, {len(ids)} of them distinct.")
    print(
        f"rows={read} distinct={len(ids)} pages={pages} seconds={seconds:.2f} size={size // 1024} "
        f"before={before} tenth={tenth} peak={peak}"
    )


def main():
    what, port, certificate, process, count = sys.argv[1:]
    server = Server(int(port), certificate, process)
    {"connections": measure_connections, "export": measure_export}[what](server, int(count))


if __name__ == "__main__":
    main()
