"""The packaged SDK is the published one, imported piece by piece; another shape of it stops the packaging."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tools.package.fault import PackageError
from tools.package.function import REQUIREMENTS
from tools.package.installed import Files, runtime_tree
from tools.package.lean import FACTORY, INIT, lazy_factory, lazy_init, lazy_print, lean

#: Prints, for every package of the SDK's model, its public names and the module of the class that each leads to. Four
#: clients want dateutil, which the package has not: it comes from what is installed here, as the last on the path.
NAMES = """
import importlib, json, pkgutil, sys
sys.path[:] = [sys.argv[1], *sys.path, sys.argv[2]]
import ask_sdk_model
found = {}
for place in ["ask_sdk_model", *(m.name for m in pkgutil.walk_packages(ask_sdk_model.__path__, "ask_sdk_model.") if m.ispkg)]:
    package = importlib.import_module(place)
    names = getattr(package, "__all__", None) or [n for n, v in vars(package).items() if isinstance(v, type)]
    found[place] = {name: getattr(package, name).__module__ for name in names}
print(json.dumps(found))
"""
INITIAL = "from __future__ import absolute_import\n\nfrom .request import Request\nfrom .slot import Slot\n"
BESIDE: Files = {"ask_sdk_model/request.py": b"", "ask_sdk_model/slot/__init__.py": b""}
FACTORY_SOURCE = "from .ups import Ups\n\nclass Factory:\n    def client(self):\n        return Ups()\n"


@pytest.fixture(scope="module")
def published() -> Files:
    """The run-time tree as it is installed."""
    return runtime_tree(REQUIREMENTS)


def test_every_public_name_leads_to_the_class_that_it_led_to(package: Path, published: Files, tmp_path: Path) -> None:
    """For all 80 packages of the model, against the published ones."""
    for name, data in published.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    command, installed = [*_python(), "-c", NAMES], sysconfig.get_path("purelib")
    ours, theirs = (
        json.loads(subprocess.run([*command, str(folder), installed], capture_output=True, text=True, check=True).stdout)
        for folder in (package, tmp_path)
    )
    assert ours == theirs
    assert len(ours) == 81
    assert sum(map(len, ours.values())) > 500


def _python() -> list[str]:
    return [sys.executable, "-I", "-S", "-B", "-W", "ignore"]


def test_an_unknown_name_is_an_attribute_error(package: Path) -> None:
    """As from any other module."""
    code = f"import sys; sys.path.insert(0, {str(package)!r}); import ask_sdk_model; ask_sdk_model.Nothing"
    done = subprocess.run([*_python(), "-c", code], capture_output=True, text=True, check=False)
    assert "AttributeError: module 'ask_sdk_model' has no attribute 'Nothing'" in done.stderr


def test_a_client_is_imported_by_the_property_that_makes_it(package: Path) -> None:
    """The factory still makes every client, though it imports none of them beforehand."""
    code = (
        f"import sys; sys.path.insert(0, {str(package)!r}); "
        "from ask_sdk_model.services import ServiceClientFactory, ApiConfiguration; "
        "assert not any('client' in name and 'factory' not in name for name in sys.modules if name.startswith('ask_')); "
        "factory = ServiceClientFactory(ApiConfiguration(serializer=0, api_client=0, authorization_value=0, api_endpoint=0)); "
        "print(type(factory.get_reminder_management_service()).__name__)"
    )
    done = subprocess.run([*_python(), "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "ReminderManagementServiceClient"


def test_a_model_still_prints_itself(package: Path) -> None:
    """It imports what it needs for that when it does."""
    code = f"import sys; sys.path.insert(0, {str(package)!r}); from ask_sdk_model import Application; print(Application('id'))"
    done = subprocess.run([*_python(), "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "{'application_id': 'id'}"


def test_the_same_tree_gives_the_same_package(published: Files) -> None:
    """Nothing of the machine or of the hour gets in."""
    assert lean(published) == lean(dict(reversed(published.items())))


def test_only_the_model_is_changed(published: Files) -> None:
    """The SDK's core runs as it was published."""
    made = lean(published)
    changed = {name for name in published if made[name] != published[name]}
    assert {name.partition("/")[0] for name in changed} == {"ask_sdk_model"}
    assert {*made} == {*published}


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from os import path",
        "from .request import *",
        "from .request import Request as R",
        "x = 1",
        "from ..up import A",
    ],
)
def test_an_init_that_does_more_than_import_stops_the_packaging(line: str) -> None:
    """Making it lazy would lose what it does."""
    with pytest.raises(PackageError, match=r"another shape.*lean\.py"):
        lazy_init(f"ask_sdk_model/{INIT}", INITIAL + line + "\n", BESIDE)


def test_an_init_that_imports_from_nowhere_stops_the_packaging() -> None:
    """It would only fail when the name is asked for."""
    with pytest.raises(PackageError, match="no module slot"):
        lazy_init(f"ask_sdk_model/{INIT}", INITIAL, {"ask_sdk_model/request.py": b""})


def test_an_init_of_comments_stays_as_it_is() -> None:
    """There is nothing to make lazy."""
    assert lazy_init(f"ask_sdk_model/{INIT}", "# nothing\n", {}) == "# nothing\n"


@pytest.mark.parametrize(
    "source",
    [
        FACTORY_SOURCE + "\nKEPT = Ups\n",
        FACTORY_SOURCE.replace("Ups()", "Ups() or Ups()"),
        "class Factory:\n    def client(self):\n        return 1\n",
    ],
)
def test_a_factory_of_another_shape_stops_the_packaging(source: str) -> None:
    """A client that is needed elsewhere would be missing there."""
    with pytest.raises(PackageError, match="another shape"):
        lazy_factory(FACTORY, source)


@pytest.mark.parametrize("source", [b"\nimport pprint\n\nprint(pprint.pformat(1))\n", b"from pprint import pformat\n"])
def test_a_model_that_prints_in_another_way_stops_the_packaging(source: bytes) -> None:
    """The import would be missing there."""
    with pytest.raises(PackageError, match="pprint"):
        lazy_print("ask_sdk_model/slot.py", source)


def test_a_missing_model_stops_the_packaging() -> None:
    """The SDK has moved."""
    with pytest.raises(PackageError, match="not where it was"):
        lean({})
