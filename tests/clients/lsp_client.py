"""A small editor for tests: starts `mailcheck lsp`, sends messages, whole or broken, and reads what comes back."""
import json
import os
import queue
import subprocess
import threading


def framed(message):
    """A message, or the text of one, with its header."""
    body = message if isinstance(message, bytes) else json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


class Session:
    """One server and what it has said. `messages` holds all of it, in order."""

    def __init__(self, program, folder, home, arguments=()):
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        self.process = subprocess.Popen([program, "lsp", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, cwd=folder, env=environment)
        self.messages = []
        self.taken = 0
        self.ids = 0
        self.asked = {}  # methods of requests, by id
        self.incoming = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while True:
                line = stream.readline()
                if not line:
                    self.incoming.put(None)
                    return
                if line == b"\r\n":
                    break
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                else:
                    self.incoming.put(ValueError(f"standard output holds {line!r}"))
            self.incoming.put(json.loads(stream.read(length).decode("utf-8")))

    def send_bytes(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def send(self, message):
        self.send_bytes(framed(message))

    def notify(self, method, params=None):
        self.send({"jsonrpc": "2.0", "method": method, **({} if params is None else {"params": params})})

    def post(self, method, params=None):
        """Sends a request and does not wait for the answer."""
        self.ids += 1
        self.asked[self.ids] = method
        self.send({"jsonrpc": "2.0", "id": self.ids, "method": method, **({} if params is None else {"params": params})})
        return self.ids

    def request(self, method, params=None, timeout=20):
        """The answer to a request: a message with `result` or `error`."""
        return self.answer(self.post(method, params), timeout)

    def next(self, timeout=20):
        """The next message; None at the end of the output."""
        message = self.incoming.get(timeout=timeout)
        if isinstance(message, Exception):
            raise message
        if message is not None:
            self.messages.append(message)
        return message

    def until(self, wanted, timeout=20):
        """The next message that is wanted."""
        while True:
            message = self.next(timeout)
            if message is None:
                raise EOFError("the server has ended")
            if wanted(message):
                return message

    def answer(self, number, timeout=20):
        return self.until(lambda message: "method" not in message and message.get("id") == number, timeout)

    def published(self, uri, version=None, timeout=20):
        """The diagnostics that are published for a document, of that version."""
        def wanted(message):
            params = message.get("params") or {}
            return (message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri
                    and (version is None or params.get("version") == version))
        return self.until(wanted, timeout)["params"]["diagnostics"]

    def initialize(self, capabilities=None, **more):
        result = self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities or {}, **more})
        self.notify("initialized", {})
        return result["result"]

    def open(self, uri, text, language="plaintext", version=1):
        self.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": language, "version": version, "text": text}})

    def change(self, uri, changes, version):
        self.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": changes})

    def status(self, timeout=10):
        """Waits for the end; the exit status."""
        return self.process.wait(timeout)

    def shut_down(self):
        assert self.request("shutdown")["result"] is None
        self.notify("exit")
        return self.status()

    def stop(self):
        """Ends the session in whatever state it is; what the server said on standard error."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return self.process.stderr.read().decode("utf-8", "replace")
