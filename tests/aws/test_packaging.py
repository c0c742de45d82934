"""What ``make package`` writes: the same every time, from what is pinned, in the layout that the ASK CLI deploys."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.lint.manifest import lint_manifest
from tools.package import bytecode, function
from tools.package.__main__ import main
from tools.package.alexa import endpoints, skill_package
from tools.package.fault import PackageError
from tools.package.function import ROOT, function_files, laid_out, zipped
from tools.package.installed import pins, tree

ARN = "arn:aws:lambda:{}:123456789012:function:cramp-guide:live"
NA, EU, FE = (ARN.format(region) for region in ("us-east-1", "eu-west-1", "us-west-2"))


def test_the_skill_package_is_laid_out_as_the_ask_cli_wants_it(tmp_path: Path) -> None:
    """Manifest, a model for each locale, and every icon that the manifest names."""
    package = skill_package(tmp_path, {"NA": NA, "EU": EU, "FE": FE})
    resources = json.loads((tmp_path / "ask-resources.json").read_text())
    assert (tmp_path / resources["profiles"]["default"]["skillMetadata"]["src"]) == package
    manifest = json.loads((package / "skill.json").read_text())["manifest"]
    locales = manifest["publishingInformation"]["locales"]
    assert {path.stem for path in (package / "interactionModels" / "custom").iterdir()} == set(locales)
    icons = [text[key] for text in locales.values() for key in ("smallIconUri", "largeIconUri")]
    assert all((package / icon.removeprefix("file://")).is_file() for icon in icons)


def test_the_endpoints_are_those_of_the_stacks(tmp_path: Path) -> None:
    """Each region its own, the first for whatever has none, and nothing of the placeholders is left."""
    text = (skill_package(tmp_path, {"NA": NA, "EU": EU}) / "skill.json").read_text()
    custom = json.loads(text)["manifest"]["apis"]["custom"]
    assert custom["endpoint"]["uri"] == NA
    assert {region: one["endpoint"]["uri"] for region, one in custom["regions"].items()} == {"NA": NA, "EU": EU}
    assert "000000000000" not in text


def test_an_events_endpoint_is_set_like_that_of_the_skill(tmp_path: Path) -> None:
    """Skill events go to the same function."""
    for name in ("interaction_model", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    placeholder = {"endpoint": {"uri": ARN.format("placeholder")}}
    manifest = {"manifest": {"events": {**placeholder, "regions": {"EU": placeholder}, "subscriptions": [{"eventName": "X"}]}}}
    (tmp_path / "skill.json").write_text(json.dumps(manifest))
    made = json.loads((skill_package(tmp_path / "build", {"EU": EU}, tmp_path) / "skill.json").read_text())
    assert made["manifest"]["events"] == {
        "endpoint": {"uri": EU},
        "regions": {"EU": {"endpoint": {"uri": EU}}},
        "subscriptions": [{"eventName": "X"}],
    }


def test_endpoints_come_from_a_file_and_from_the_environment(tmp_path: Path) -> None:
    """The environment has the last word."""
    file = tmp_path / "endpoints.json"
    file.write_text(json.dumps({"EU": EU, "NA": ARN.format("us-west-1")}))
    assert endpoints({"SKILL_ENDPOINT_NA": NA}, file) == {"NA": NA, "EU": EU}
    assert endpoints({}) == {}


@pytest.mark.parametrize(
    "arn",
    [
        NA.removesuffix(":live"),
        NA.replace("live", "$LATEST"),
        NA.replace("live", "7"),
        "https://example.org",
        "",
        NA.replace("lambda", "s3"),
    ],
)
def test_an_arn_without_an_alias_is_refused(arn: str, tmp_path: Path) -> None:
    """A deploy could neither shift to a new version nor go back."""
    file = tmp_path / "endpoints.json"
    file.write_text(json.dumps({"NA": arn}))
    with pytest.raises(PackageError, match="NA: "):
        endpoints({}, file)


def test_a_region_that_alexa_does_not_have_is_refused(tmp_path: Path) -> None:
    """A slip in a file's key would leave a region without its function."""
    file = tmp_path / "endpoints.json"
    file.write_text(json.dumps({"US": NA}))
    with pytest.raises(PackageError, match="no region US"):
        endpoints({}, file)


def test_the_manifest_still_keeps_the_platform_s_rules(tmp_path: Path) -> None:
    """With real ARNs in it."""
    manifest = json.loads((skill_package(tmp_path, {"NA": NA, "EU": EU, "FE": FE}) / "skill.json").read_text())
    assert not [
        str(found) for found in lint_manifest(manifest["manifest"], ROOT) if found.level == "error" and found.rule == "MA12"
    ]


def test_the_package_is_the_same_to_the_byte(tmp_path: Path) -> None:
    """Made twice in different folders, byte code included."""
    made = []
    for name in ("one", "two"):
        folder = laid_out(function_files(), tmp_path / name)
        bytecode.compiled(folder, sys.executable)
        made.append(zipped(folder))
    assert made[0] == made[1]
    assert len(made[0]) < function.LIMIT


def test_without_the_run_time_s_python_only_the_gain_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The package is made, without byte code, and the message says what to install."""
    monkeypatch.setattr(bytecode, "RUNTIME", (3, 99))
    assert main(["--function", str(tmp_path / "task")]) == 0
    assert "RUNTIME_PYTHON=" in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.pyc"))
    assert (tmp_path / "task" / "lambda_function.py").is_file()


def test_byte_code_is_made_by_the_version_of_the_template() -> None:
    """Of any other version it would be passed over."""
    assert f"Runtime: {bytecode.NAME}\n" in (ROOT / "template.yaml").read_text(encoding="utf-8")


def test_an_interpreter_that_does_not_run_is_none(tmp_path: Path) -> None:
    """A version manager's stand-in for a version that it does not have, for one."""
    broken = tmp_path / "python3.13"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    assert bytecode.version_of(str(broken)) is None
    assert bytecode.version_of(str(tmp_path / "missing")) is None
    assert bytecode.version_of(sys.executable) == sys.version_info[:2]


def test_everything_that_runs_is_pinned_by_hash() -> None:
    """Each package with the hashes of its files, as pip demands them."""
    text = (ROOT / "lambda" / "requirements.txt").read_text(encoding="utf-8")
    pinned = [package for package, _ in pins(ROOT / "lambda" / "requirements.txt")]
    assert pinned == ["ask-sdk-core", "ask-sdk-model", "ask-sdk-runtime", "six"]
    for part in text.split("==")[1:]:
        assert "--hash=sha256:" in part


@pytest.mark.parametrize(("package", "version", "told"), [("six", "0.1", "is pinned"), ("no-such-package", "1", "not installed")])
def test_another_version_than_the_pinned_one_is_not_packaged(package: str, version: str, told: str) -> None:
    """The message says how to get the right one."""
    with pytest.raises(PackageError, match=rf"{told}.*make setup"):
        tree([(package, version)])


def test_sam_builds_the_same_package(tmp_path: Path) -> None:
    """As `sam build` calls it: lambda/Makefile, run in the project's folder with ARTIFACTS_DIR in the environment."""
    from tools.lint.template import read_template

    functions = [
        one for one in read_template(ROOT / "template.yaml")["Resources"].items() if "Serverless::Function" in one[1]["Type"]
    ]
    for name, resource in functions:
        assert resource["Metadata"] == {"BuildMethod": "makefile", "WorkingDirectory": "."}
        makefile = ROOT / resource["Properties"]["CodeUri"] / "Makefile"
        command = ["make", "--dry-run", "--makefile", str(makefile), f"build-{name}", f"ARTIFACTS_DIR={tmp_path}"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert f'-m tools.package --python "" --function "{tmp_path}"' in done.stdout
