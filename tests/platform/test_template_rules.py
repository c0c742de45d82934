"""The rule about template.yaml finds what is wrong, before and after SAM transforms it."""

import socket
from pathlib import Path as Folder

import pytest

from tests.platform.specimens import GONE, Json, Path, broken
from tools.lint.template import lint_template, read_template, transformed_by_sam

TEMPLATE = read_template(Folder(__file__).parents[2] / "template.yaml")
FUNCTION = ("Resources", "SkillFunction", "Properties")
LOGS = ("Resources", "SkillLogs", "Properties")


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection can be opened, so that nothing here can ask AWS."""

    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_the_template_breaks_no_rule() -> None:
    """The real template is also the specimen that is broken below."""
    assert list(lint_template(TEMPLATE)) == []


@pytest.mark.parametrize(
    ("path", "wrong", "named"),
    [
        ((*FUNCTION, "Runtime"), "python3.10", "SkillFunction.Runtime"),
        ((*FUNCTION, "Timeout"), 30, "SkillFunction.Timeout"),
        ((*FUNCTION, "AutoPublishAlias"), GONE, "SkillFunction.AutoPublishAlias"),
        ((*FUNCTION, "Events"), {}, "SkillFunction.Events"),
        ((*FUNCTION, "Events"), {}, "Alexa may not invoke"),
        ((*FUNCTION, "Events", "Skill", "Properties"), {}, "has no SkillId"),
        ((*FUNCTION, "Events", "Skill", "Properties"), {}, "has no EventSourceToken"),
        (("Resources", "SkillLogs"), GONE, "has no log group"),
        ((*LOGS, "RetentionInDays"), GONE, "SkillLogs.RetentionInDays"),
        ((*FUNCTION, "MemorySyze"), 512, "SAM refuses"),
        ((*FUNCTION, "Handler"), GONE, "Handler"),
        ((*FUNCTION, "Architectures"), ["z80"], "z80"),
        ((*LOGS, "RetentionInDays"), 8, "8"),
        (("Outputs", "SkillEndpoint", "Value"), {"Ref": "Missing"}, "Missing"),
    ],
)
def test_a_fault_is_found(path: Path, wrong: object, named: str) -> None:
    """One fault in the template is refused, and named."""
    found = list(lint_template(broken(TEMPLATE, path, wrong)))
    assert {finding.rule for finding in found} == {"TE01"}
    assert any(named in f"{finding.place} {finding.wrong}" for finding in found if finding.level == "error")


def resources(kind: str, **parameters: str) -> list[Json]:
    transformed = transformed_by_sam(TEMPLATE, **parameters)
    return [item["Properties"] for item in transformed["Resources"].values() if item["Type"] == kind]


def test_only_this_skill_may_invoke_the_alias() -> None:
    """The permission names Alexa, the alias and the skill's id."""
    (permission,) = resources("AWS::Lambda::Permission")
    assert permission["Principal"] == "alexa-appkit.amazon.com"
    assert permission["EventSourceToken"] == {"Ref": "SkillId"}
    assert permission["FunctionName"] == {"Ref": "SkillFunctionAliaslive"}


def test_snap_start_is_off_unless_asked_for() -> None:
    """It costs money, so the default leaves it out."""
    (function,) = resources("AWS::Lambda::Function")
    assert function["SnapStart"]["Fn::If"] == [
        "UseSnapStart",
        {"ApplyOn": "PublishedVersions"},
        {"Ref": "AWS::NoValue"},
    ]
    assert TEMPLATE["Parameters"]["SnapStart"]["Default"] == "off"


def test_the_function_writes_json_to_a_group_that_forgets() -> None:
    """Logs go to the group with a retention, not to one that Lambda makes and keeps for ever."""
    (function,) = resources("AWS::Lambda::Function")
    (group,) = resources("AWS::Logs::LogGroup")
    assert function["LoggingConfig"] == {"LogFormat": "JSON", "LogGroup": {"Ref": "SkillLogs"}}
    assert group["RetentionInDays"] == {"Ref": "LogRetentionDays"}
