"""The packaged copy of ask_sdk_model made lazy: a class is imported when it is first asked for.

As published, importing one class imports all 600 modules, for every ``__init__`` imports everything beside it. Here each
of them becomes a table from name to module, read by a module ``__getattr__`` (PEP 562). Nothing else of a module changes.
The shape is checked line by line, so that a release of another shape stops the packaging instead of breaking at run time.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

from tools.package.fault import PackageError
from tools.package.installed import Files

PACKAGE = "ask_sdk_model"
INIT = "__init__.py"
FACTORY = f"{PACKAGE}/services/service_client_factory.py"

_PRINTS = b"        return pprint.pformat("
_LAZY = '''\
"""Made lazy by tools/package: a name is imported from its module when it is first asked for."""

from importlib import import_module

_MODULES = {{
{rows}}}
__all__ = list(_MODULES)


def __getattr__(name):
    if name not in _MODULES:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    value = getattr(import_module(f".{{_MODULES[name]}}", __name__), name)
    globals()[name] = value
    return value


def __dir__():
    return sorted({{*globals(), *_MODULES}})
'''


def lean(files: Files) -> Files:
    """The tree with a lazy ask_sdk_model. PackageError when the published one is not of the shape that is known."""
    inits = [name for name in files if PurePosixPath(name).parts[0] == PACKAGE and name.endswith(f"/{INIT}")]
    if f"{PACKAGE}/{INIT}" not in inits or FACTORY not in files:
        raise PackageError(f"{PACKAGE} is not where it was: see tools/package/lean.py.")
    changed = {name: lazy_init(name, files[name].decode(), files).encode() for name in inits}
    models = {
        name: lazy_print(name, data) for name, data in files.items() if name.startswith(f"{PACKAGE}/") and b"pprint" in data
    }
    return files | models | changed | {FACTORY: lazy_factory(FACTORY, files[FACTORY].decode()).encode()}


def lazy_init(name: str, source: str, files: Files) -> str:
    """The text of a lazy ``__init__`` in place of one that only imports classes from the modules beside it."""
    folder = PurePosixPath(name).parent
    rows = {}
    for module, imported in _imports(name, ast.parse(source).body):
        if f"{folder}/{module}.py" not in files and f"{folder}/{module}/{INIT}" not in files:
            raise _shape(name, f"there is no module {module}")
        rows[imported] = module
    return _LAZY.format(rows="".join(f'    "{imported}": "{module}",\n' for imported, module in rows.items())) if rows else source


def _imports(name: str, body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Each module and the name that is imported from it. PackageError for a statement of any other kind."""
    for node in body:
        if not isinstance(node, ast.ImportFrom):
            raise _shape(name, f"line {node.lineno} is no import")
        if node.module == "__future__" and not node.level:
            continue
        if node.level != 1 or not node.module or any(alias.asname or alias.name == "*" for alias in node.names):
            raise _shape(name, f"line {node.lineno} is another kind of import")
        yield from ((node.module, alias.name) for alias in node.names)


def lazy_print(name: str, data: bytes) -> bytes:
    """The text of a model that imports pprint where it prints itself, which only a person at a debugger asks for.

    pprint imports dataclasses, and with it inspect and half of the compiler.
    """
    if data.count(b"\nimport pprint\n") != 1 or data.count(b"pprint.") != data.count(_PRINTS):
        raise _shape(name, "pprint is used in another way")
    return data.replace(b"\nimport pprint\n", b"\n").replace(_PRINTS, b"        import pprint\n" + _PRINTS)


def lazy_factory(name: str, source: str) -> str:
    """The factory of service clients, with each client imported by the property that makes it.

    The SDK's core imports the factory at once, and with it eleven clients of which this skill uses none.
    """
    module = ast.parse(source)
    imports = [node for node in module.body if isinstance(node, ast.ImportFrom) and node.level == 1]
    clients = {alias.name: node for node in imports for alias in node.names}
    module.body = [node for node in module.body if node not in imports]
    methods = [node for found in module.body if isinstance(found, ast.ClassDef) for node in _functions(found)]
    uses = [(method, sorted(_names(method) & set(clients))) for method in methods]
    if not any(used for _, used in uses):
        raise _shape(name, "no method makes a client")
    if sum(len(used) for _, used in uses) != sum(node.id in clients for node in ast.walk(module) if isinstance(node, ast.Name)):
        raise _shape(name, "a client is used elsewhere than once in a method")
    for method, used in uses:
        method.body[:0] = [clients[client] for client in used]
    return ast.unparse(ast.fix_missing_locations(module)) + "\n"


def _functions(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [inner for inner in node.body if isinstance(inner, ast.FunctionDef)]


def _names(node: ast.AST) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def _shape(name: str, wrong: str) -> PackageError:
    return PackageError(f"{name} has another shape than is known: {wrong}. See tools/package/lean.py.")
