"""What holds the house together: who may import whom, how long a file may grow, and where words may stand."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = ("lambda", "simulator", "tools", "tests")
SOURCES = sorted(path for folder in OURS for path in (ROOT / folder).rglob("*.py"))
LAMBDA = [path for path in SOURCES if "lambda" in path.relative_to(ROOT).parts[:1]]
SDKS = {"ask_sdk_core", "ask_sdk_model"}
AWS = ("boto3", "botocore")
#: The one file that talks to AWS.
STORE = "store_dynamo.py"
LONGEST_FILE = 250
COMMON_FOLDERS = ("/", "/tmp", "/home", "/usr", "/opt", "/var", "/var/task", "/src", "/app", "/root")
REGISTRY = re.compile(r"(?:index-url|extra-index-url|registry)\s*[=:]\s*https?://", re.IGNORECASE)
#: Kinds of files that people and programs read, in which nothing of the machine that made them may stand.
TEXT = {".py", ".md", ".toml", ".json", ".yaml", ".yml", ".txt", ".tsv", ".cfg", ""}


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").partition(".")[0])
    return found


def files_of(*parts: str) -> list[Path]:
    """The Python files of a folder of the project."""
    return sorted(ROOT.joinpath(*parts).rglob("*.py"))


def name(path: Path) -> str:
    """A path as seen from the project's folder."""
    return str(path.relative_to(ROOT))


def test_the_guide_stands_on_the_standard_library_alone() -> None:
    """No Alexa, no AWS, nothing installed."""
    foreign = {name(path): imported(path) - set(sys.stdlib_module_names) - {"guide"} for path in files_of("lambda", "guide")}
    assert {path: found for path, found in foreign.items() if found} == {}


def test_the_skill_imports_the_guide_and_the_sdk_only() -> None:
    """And the SDK of AWS, in the one file that keeps preferences."""
    allowed = set(sys.stdlib_module_names) | {"guide", "skill"} | SDKS
    foreign = {name(path): imported(path) - allowed for path in files_of("lambda", "skill") if path.name != STORE}
    assert {path: found for path, found in foreign.items() if found} == {}


def test_nothing_imports_the_skill_but_the_entry() -> None:
    """Everything else talks to the guide, or to the skill through its handler."""
    outside = [path for path in SOURCES if ROOT / "tests" not in path.parents and ROOT / "lambda" / "skill" not in path.parents]
    assert [name(path) for path in outside if "skill" in imported(path)] == ["lambda/lambda_function.py"]


def test_run_time_never_imports_developers_tools() -> None:
    """Nor boto3, but where preferences are kept, and there not before they are."""
    found = {name(path): imported(path) & {"tools", "simulator", "tests", *AWS} for path in LAMBDA if path.name != STORE}
    assert {path: what for path, what in found.items() if what} == {}
    top = ast.parse((ROOT / "lambda" / "skill" / STORE).read_text(encoding="utf-8")).body
    early = [ast.unparse(line) for line in top if isinstance(line, ast.Import | ast.ImportFrom)]
    assert not [line for line in early if any(package in line for package in AWS)]


def test_the_guide_imports_nothing_else_at_run_time() -> None:
    """Seen from outside: a fresh interpreter that has taken a turn has loaded no package that is installed."""
    script = (
        "import sys; sys.path.insert(0, 'lambda'); before = set(sys.modules); "
        "from guide.dialogue import turn; from guide.heard import Heard; "
        "from guide.pack import load; from guide.state import State; "
        "turn(Heard('tell', words='my calf is swollen'), State(), load('en-GB')); "
        "print(*sorted({module.partition('.')[0] for module in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded - set(sys.stdlib_module_names) == {"guide"}


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_file_holds_one_idea(path: Path) -> None:
    """When a file wants to pass 250 lines, it is two ideas."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_no_file_is_a_drawer_for_everything() -> None:
    """A file is named by the noun it owns."""
    drawers = {"utils", "util", "helpers", "helper", "common", "base", "misc"}
    assert [name(path) for path in SOURCES if path.stem in drawers or drawers & set(path.parent.parts)] == []


def spoken_literals(path: Path) -> Iterator[str]:
    """String literals of four words or more that are neither documentation nor the text of an error or a log line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    quiet: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            quiet |= {id(inner) for inner in ast.walk(node)}
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("log", "info", "error"):
            quiet |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet:
            words = re.findall(r"[A-Za-z']+", re.sub(r"<[^>]*>?", "", node.value))
            if len(words) >= 4 and " " in node.value.strip():
                yield node.value


@pytest.mark.parametrize("path", LAMBDA, ids=name)
def test_no_spoken_sentence_lives_in_python(path: Path) -> None:
    """Words are content: a clinician or a translator finds all of them there."""
    assert [text for text in spoken_literals(path) if text != "Skill ID Verification failed"] == []


def test_the_guide_knows_nothing_of_cramps() -> None:
    """All that it says and all that it asks comes from content."""
    words = re.compile(r"\b(?:cramps?|calf|calves|legs?|feet|statins?|magnesium|pregnan\w+|swollen|911|999)\b", re.IGNORECASE)
    for path in files_of("lambda", "guide"):
        code = ast.parse(path.read_text(encoding="utf-8"))
        literals = [node.value for node in ast.walk(code) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        nodes = [node for node in ast.walk(code) if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)]
        documented = {ast.get_docstring(node, clean=False) for node in nodes}
        told = [text for text in literals if text not in documented and words.search(text) and " " in text]
        assert told == [], name(path)


def committed() -> list[Path]:
    """The files of the project as a clone has them, or all that are no tool's own where there is no clone."""
    command = ["git", "ls-files", "-co", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    paths = [ROOT / line for line in listed] or [path for path in ROOT.rglob("*") if ".venv" not in path.parts]
    return [path for path in paths if path.is_file() and path.suffix in TEXT]


def test_no_file_knows_the_machine_it_was_made_on() -> None:
    """No absolute path of this working copy or of the folder it stands in, and no registry of one place."""
    folders = [str(folder) for folder in (ROOT, ROOT.parent) if folder not in map(Path, COMMON_FOLDERS)]
    here = [re.compile(rf"(?<![\w.:/-]){re.escape(folder)}/\w") for folder in folders]
    told = []
    for path in committed():
        text = path.read_text(encoding="utf-8", errors="ignore")
        if any(pattern.search(text) for pattern in (*here, REGISTRY)):
            told.append(name(path))
    assert told == []
