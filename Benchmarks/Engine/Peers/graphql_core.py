"""graphql-core as a subject of scripts/bench-engine.sh: the commands are those of EngineBenchmark.swift."""

import json
import sys
import time

from graphql import (
    build_schema,
    execute_sync,
    get_operation_ast,
    get_variable_values,
    parse,
    print_ast,
    strip_ignored_characters,
    validate,
)

workload_name, folder = sys.argv[1:]


def text(name):
    with open(f"{folder}/{name}", encoding="utf-8") as file:
        return file.read()


def as_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Parsing:
    def __init__(self, source):
        self.source = source
        self.byte_count = len(source.encode())

    def outcome(self):
        return strip_ignored_characters(print_ast(parse(self.source)))

    def run(self):
        parse(self.source)


class Validation:
    byte_count = 0

    def __init__(self, schema_name, document_name):
        self.schema = build_schema(text(schema_name))
        self.document = parse(text(f"{document_name}.graphql"))
        self.faulty = parse(text(f"{document_name}-faulty.graphql"))

    def outcome(self):
        return self.errors(self.document) + self.errors(self.faulty)

    def errors(self, document):
        """In the order of their places, with the other subjects' quotation marks."""
        errors = [error.formatted for error in validate(self.schema, document)]
        kept = [
            {"message": error["message"].replace("'", '"'), "locations": error["locations"]} for error in errors
        ]
        kept.sort(key=lambda error: (*error["locations"][0].values(), error["message"]))
        return as_json(kept) + "\n"

    def run(self):
        validate(self.schema, self.document)


class Request:
    """What a server does whose documents are kept: graphql-core knows no plans."""

    byte_count = 0

    def __init__(self, body_name):
        self.schema = build_schema(text("docket.graphql"))
        self.body = text(body_name)
        self.documents = {}

    def bound(self):
        body = json.loads(self.body)
        query = body["query"]
        document = self.documents.get(query)
        if document is None:
            document = parse(query)
            if validate(self.schema, document):
                raise ValueError("The document is not valid.")
            self.documents[query] = document
        operation = get_operation_ast(document, body.get("operationName"))
        return get_variable_values(self.schema, operation.variable_definitions or [], body.get("variables") or {})

    def outcome(self):
        return as_json(self.bound().coerced)

    def run(self):
        self.bound()


class Writing:
    def __init__(self, source):
        self.value = json.loads(source)
        self.byte_count = len(source.encode())

    def outcome(self):
        return as_json(self.value)

    def run(self):
        as_json(self.value)


class Execution:
    byte_count = 0

    def __init__(self):
        self.schema = build_schema(text("objects-schema.graphql"))
        self.document = parse(text("objects.graphql"))
        self.root = json.loads(text("objects.json"))

    def outcome(self):
        result = execute_sync(self.schema, self.document, self.root)
        return as_json(result.formatted)

    def run(self):
        self.outcome()


workload = {
    "parse-large": lambda: Parsing(text("large.graphql")),
    "parse-operation": lambda: Parsing(text("letters.graphql")),
    "validate-letters": lambda: Validation("docket.graphql", "letters"),
    "validate-shop": lambda: Validation("shop-schema.graphql", "shop"),
    "request-plain": lambda: Request("request-plain.json"),
    "request-variables": lambda: Request("request-variables.json"),
    "write-json": lambda: Writing(text("response.json")),
    "execute-rows": Execution,
}[workload_name]()
chunk = 1


def measured(seconds):
    global chunk
    goal = seconds * 1e9
    spent = 0
    count = 0
    while spent < goal:
        start = time.process_time_ns()
        for _ in range(chunk):
            workload.run()
        taken = time.process_time_ns() - start
        spent += taken
        count += chunk
        if taken < goal / 50:
            chunk *= 2
    return f"measured {count} {spent} {workload.byte_count}"


for line in sys.stdin:
    command, argument = line.split()
    if command == "verify":
        with open(argument, "w", encoding="utf-8", newline="") as file:
            file.write(workload.outcome())
        print("verified", flush=True)
    else:
        print(measured(float(argument)), flush=True)
