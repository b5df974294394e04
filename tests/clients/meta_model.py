"""Holds messages against the description of the protocol that comes with it, metaModel.json (LSP 3.17)."""
import json


class MetaModel:
    def __init__(self, path):
        model = json.loads(path.read_text(encoding="utf-8"))
        self.structures = {s["name"]: s for s in model["structures"]}
        self.aliases = {a["name"]: a["type"] for a in model["typeAliases"]}
        self.enumerations = {e["name"]: e for e in model["enumerations"]}
        self.requests = {r["method"]: r for r in model["requests"]}
        self.notifications = {n["method"]: n for n in model["notifications"]}

    def problems(self, message, asked=None):
        """What is wrong with a message of the server; `asked` is the method that it answers."""
        if message.get("jsonrpc") != "2.0":
            return ["no jsonrpc"]
        if "method" in message:
            known = self.requests if "id" in message else self.notifications
            described = known.get(message["method"])
            if described is None:
                return [f"there is no {message['method']}"]
            if described["messageDirection"] == "clientToServer":
                return [f"{message['method']} is the client's"]
            if "params" not in described:
                return [] if message.get("params") is None else ["params that the method has not"]
            return self.faults(message.get("params"), described["params"], message["method"])
        if "error" in message:
            fine = isinstance(message["error"].get("code"), int) and isinstance(message["error"].get("message"), str)
            return [] if fine and set(message) == {"jsonrpc", "id", "error"} else ["an error of odd shape"]
        if set(message) != {"jsonrpc", "id", "result"} or asked is None:
            return ["an answer of odd shape, or to nothing"]
        return self.faults(message["result"], self.requests[asked]["result"], asked)

    def faults(self, value, kind, where):
        """Differences of a value from a type of the model."""
        return getattr(self, "_" + kind["kind"])(value, kind, where)

    def _base(self, value, kind, where):
        name = kind["name"]
        fine = {"string": isinstance(value, str), "URI": isinstance(value, str), "DocumentUri": isinstance(value, str),
                "RegExp": isinstance(value, str), "boolean": isinstance(value, bool), "null": value is None,
                "integer": type(value) is int and -2**31 <= value < 2**31, "uinteger": type(value) is int and 0 <= value < 2**31,
                "decimal": type(value) in (int, float)}[name]
        return [] if fine else [f"{where}: {value!r} is no {name}"]

    def _stringLiteral(self, value, kind, where):
        return [] if value == kind["value"] else [f"{where}: {value!r} is not {kind['value']!r}"]

    def _array(self, value, kind, where):
        if not isinstance(value, list):
            return [f"{where}: no array"]
        return [fault for i, item in enumerate(value) for fault in self.faults(item, kind["element"], f"{where}[{i}]")]

    def _tuple(self, value, kind, where):
        if not isinstance(value, list) or len(value) != len(kind["items"]):
            return [f"{where}: no tuple"]
        return [fault for item, type_ in zip(value, kind["items"]) for fault in self.faults(item, type_, where)]

    def _map(self, value, kind, where):
        if not isinstance(value, dict):
            return [f"{where}: no map"]
        return [fault for name, item in value.items() for fault in self.faults(item, kind["value"], f"{where}.{name}")]

    def _or(self, value, kind, where):
        best = min((self.faults(value, item, where) for item in kind["items"]), key=len)
        return best

    def _and(self, value, kind, where):
        return [fault for item in kind["items"] for fault in self.faults(value, item, where)]

    def _literal(self, value, kind, where):
        return self._members(value, kind["value"]["properties"], where)

    def _reference(self, value, kind, where):
        name = kind["name"]
        if name in ("LSPAny", "LSPObject", "LSPArray"):
            return []
        if name in self.aliases:
            return self.faults(value, self.aliases[name], where)
        if name in self.enumerations:
            described = self.enumerations[name]
            if described.get("supportsCustomValues"):
                return self.faults(value, described["type"], where)
            return [] if value in [v["value"] for v in described["values"]] else [f"{where}: {value!r} is no {name}"]
        return self._members(value, self.properties(name), where)

    def properties(self, name):
        """All properties of a structure, those of what it extends among them."""
        described = self.structures[name]
        found = list(described["properties"])
        for base in described.get("extends", []) + described.get("mixins", []):
            found += self.properties(base["name"])
        return found

    def _members(self, value, properties, where):
        if not isinstance(value, dict):
            return [f"{where}: no object"]
        known = {p["name"]: p for p in properties}
        faults = [f"{where}: there is no {name}" for name in value if name not in known]
        for name, described in known.items():
            if name in value:
                faults += self.faults(value[name], described["type"], f"{where}.{name}")
            elif not described.get("optional"):
                faults.append(f"{where}: {name} is missing")
        return faults
