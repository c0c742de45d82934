"""TE: template.yaml, as written and as SAM transforms it.

cfn-lint alone does not expand SAM and passes broken templates, so the template is transformed first. Nothing here calls
AWS: the transform is given its region and no managed policies.
"""

import copy
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cfnlint.api import lint as cfn_lint
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

from tools.lint.finding import Finding, Level

FILE = "template.yaml"
RUNTIMES = frozenset({"python3.12", "python3.13", "python3.14"})
ANSWER_WITHIN = 8
REGION = "us-east-1"
FUNCTION = "AWS::Serverless::Function"
ALEXA = "alexa-appkit.amazon.com"
Json = dict[str, Any]


class NoManagedPolicies:
    """Stands in for the loader that would ask IAM for managed policies; SAM knows the common ones itself."""

    def load(self) -> dict[str, str]:
        """No policies."""
        return {}


def read_template(path: Path) -> Json:
    """The SAM template, its short intrinsic functions written out."""
    template: Json = yaml_parse(path.read_text(encoding="utf-8"))
    return template


def lint_template(template: Json) -> Iterator[Finding]:
    """TE01 on the template as written, then on what SAM makes of it, with cfn-lint over that."""
    yield from functions(template)
    yield from log_retention(template)
    try:
        transformed = transformed_by_sam(template)
    except Exception as error:  # noqa: BLE001 - the transform raises many kinds, all of which mean a broken template
        yield _finding("Transform", f"SAM refuses the template: {error}", "Fix what it names")
        return
    yield from invocation_permission(transformed)
    yield from cloudformation(transformed)


def _finding(place: str, wrong: str, do: str) -> Finding:
    return Finding("TE01", FILE, place, wrong, do)


def _resources(template: Json, kind: str) -> Iterator[tuple[str, Json]]:
    for name, resource in template.get("Resources", {}).items():
        if resource.get("Type") == kind:
            yield name, resource.get("Properties", {})


def functions(template: Json) -> Iterator[Finding]:
    """TE01 (R1, 5.3): runtime, timeout in seconds, SkillId on Alexa events, an alias where SnapStart is used."""
    shared = template.get("Globals", {}).get("Function", {})
    for name, own in _resources(template, FUNCTION):
        properties, place = {**shared, **own}, f"Resources.{name}"
        if properties.get("Runtime") not in RUNTIMES:
            yield _finding(f"{place}.Runtime", f"is {properties.get('Runtime')}", f"Use one of {sorted(RUNTIMES)}")
        timeout = properties.get("Timeout")
        if not isinstance(timeout, int) or timeout > ANSWER_WITHIN:
            yield _finding(f"{place}.Timeout", f"is {timeout}", "Set 7: Alexa waits 8 seconds")
        if "SnapStart" in properties and not properties.get("AutoPublishAlias"):
            yield _finding(f"{place}.AutoPublishAlias", "is missing", "SnapStart needs a published version and alias")
        yield from _skill_events(properties, place)


def _skill_events(properties: Json, place: str) -> Iterator[Finding]:
    events = {key: event for key, event in properties.get("Events", {}).items() if event.get("Type") == "AlexaSkill"}
    if not events:
        yield _finding(f"{place}.Events", "has no AlexaSkill event", "Add one, so that Alexa may invoke the function")
    for key, event in events.items():
        if not event.get("Properties", {}).get("SkillId"):
            do = "Set SkillId, or any skill may invoke the function"
            yield _finding(f"{place}.Events.{key}", "has no SkillId", do)


def log_retention(template: Json) -> Iterator[Finding]:
    """TE01 (5.3): logs are kept for a stated time, in a group that the function writes to."""
    groups = dict(_resources(template, "AWS::Logs::LogGroup"))
    if not groups:
        yield _finding("Resources", "has no log group", "Add AWS::Logs::LogGroup with RetentionInDays")
    for name, properties in groups.items():
        if not properties.get("RetentionInDays"):
            yield _finding(f"Resources.{name}.RetentionInDays", "is missing", "State how long logs are kept")


def transformed_by_sam(template: Json, **parameters: str) -> Json:
    """The CloudFormation that SAM makes, with code as if uploaded. `parameters` override defaults.

    Raises whatever SAM raises for a template it cannot read.
    """
    uploaded = copy.deepcopy(template)
    for _, properties in _resources(uploaded, FUNCTION):
        properties["CodeUri"] = "s3://bucket/code.zip"
    with _region():
        result: Json = transform(uploaded, parameters, NoManagedPolicies())
    return result


@contextmanager
def _region() -> Iterator[None]:
    """SAM asks boto3 where it is, and boto3 the environment."""
    before = os.environ.get("AWS_DEFAULT_REGION")
    os.environ["AWS_DEFAULT_REGION"] = REGION
    try:
        yield
    finally:
        if before is None:
            del os.environ["AWS_DEFAULT_REGION"]
        else:
            os.environ["AWS_DEFAULT_REGION"] = before


def invocation_permission(transformed: Json) -> Iterator[Finding]:
    """TE01 (5.3): the permission for Alexa is tied to this skill by its EventSourceToken."""
    permissions = dict(_resources(transformed, "AWS::Lambda::Permission"))
    alexa = {name: properties for name, properties in permissions.items() if properties.get("Principal") == ALEXA}
    if not alexa:
        yield _finding("Permission", "Alexa may not invoke the function", "Add an AlexaSkill event")
    for name, properties in alexa.items():
        if not properties.get("EventSourceToken"):
            yield _finding(f"Permission {name}", "has no EventSourceToken", "Set SkillId on the AlexaSkill event")


def cloudformation(transformed: Json) -> Iterator[Finding]:
    """TE01: what cfn-lint says of the transformed template."""
    for match in cfn_lint(json.dumps(transformed), regions=[REGION]):
        path = ".".join(str(part) for part in getattr(match, "path", None) or ())
        level: Level = "error" if match.rule.severity == "error" else "warning"
        yield Finding("TE01", FILE, path, f"{match.rule.id}: {match.message}", "Fix it in the template", level)
