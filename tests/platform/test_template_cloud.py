"""What the template gives the skill on AWS: few rights, a table that forgets, alarms, and a way back."""

import json
import re
from pathlib import Path as Folder

import pytest

from tests.platform.specimens import Json
from tools.lint.template import read_template, transformed_by_sam

ROOT = Folder(__file__).parents[2]
TEMPLATE = read_template(ROOT / "template.yaml")
MADE = transformed_by_sam(TEMPLATE)["Resources"]
ALARMS = {name for name, item in MADE.items() if item["Type"] == "AWS::CloudWatch::Alarm"}


def properties(name: str) -> Json:
    """A resource's properties, as SAM leaves them."""
    found: Json = MADE[name]["Properties"]
    return found


def test_the_function_may_do_three_things_with_one_table_and_write_its_log() -> None:
    """And nothing else: no star, no managed policy, no other resource."""
    assert properties("SkillFunction")["Role"] == {"Fn::GetAtt": ["SkillRole", "Arn"]}
    role = properties("SkillRole")
    assert set(role) == {"AssumeRolePolicyDocument", "Policies"}
    (policy,) = role["Policies"]
    allowed = {
        (action, json.dumps(statement["Resource"]))
        for statement in policy["PolicyDocument"]["Statement"]
        for action in statement["Action"]
    }
    table, log = (json.dumps({"Fn::GetAtt": [name, "Arn"]}) for name in ("PreferencesTable", "SkillLogs"))
    assert allowed == {
        ("dynamodb:GetItem", table),
        ("dynamodb:PutItem", table),
        ("dynamodb:DeleteItem", table),
        ("logs:CreateLogStream", log),
        ("logs:PutLogEvents", log),
    }
    assert {statement["Effect"] for statement in policy["PolicyDocument"]["Statement"]} == {"Allow"}


def test_only_lambda_takes_the_role() -> None:
    """Nobody else can act as the skill."""
    (statement,) = properties("SkillRole")["AssumeRolePolicyDocument"]["Statement"]
    assert statement["Principal"] == {"Service": "lambda.amazonaws.com"}


def test_the_code_asks_for_no_right_that_it_does_not_have() -> None:
    """Every call of the client in the store has its right in the template."""
    source = (ROOT / "lambda" / "skill" / "store_dynamo.py").read_text(encoding="utf-8")
    calls = set(re.findall(r"client\.([a-z]+_item)\(", source))
    assert {"dynamodb:" + call.title().replace("_", "") for call in calls} == {
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:DeleteItem",
    }


def test_the_table_forgets_is_encrypted_and_can_be_restored() -> None:
    """It costs nothing when nobody speaks, and outlives a stack that is deleted by mistake."""
    table = properties("PreferencesTable")
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires", "Enabled": True}
    assert table["SSESpecification"] == {"SSEEnabled": True}
    assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True
    assert MADE["PreferencesTable"]["DeletionPolicy"] == MADE["PreferencesTable"]["UpdateReplacePolicy"] == "Retain"


def test_the_function_knows_its_settings() -> None:
    """Every setting that the code reads is set, and none that it does not."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "lambda" / "skill").glob("*.py"))
    for name in properties("SkillFunction")["Environment"]["Variables"]:
        assert f'"{name}"' in source, name
    read = set(re.findall(r'settings\.get\("([A-Z_]+)"', source)) | set(re.findall(r'environ\.get\("([A-Z_]+)"', source))
    desk, runtime = {"PREFERENCES_FILE"}, {"AWS_REGION"}
    assert read - desk - runtime == set(properties("SkillFunction")["Environment"]["Variables"])


@pytest.mark.parametrize("name", ["HashKey", "HashKeyBefore"])
def test_a_key_is_never_shown(name: str) -> None:
    """Not in the console, and not in the description of a version either."""
    assert TEMPLATE["Parameters"][name]["NoEcho"] is True
    assert f"${{{name}}}" not in json.dumps(TEMPLATE)
    assert "Default" not in TEMPLATE["Parameters"]["HashKey"]
    assert TEMPLATE["Parameters"]["HashKey"]["MinLength"] >= 32


def test_a_change_of_settings_alone_becomes_a_version() -> None:
    """SAM names a version by the template, in which a parameter's value does not stand: its description has to change.

    CloudFormation replaces a version whose description changes. Without this a recall would never reach the alias.
    """
    (version,) = (item["Properties"] for item in MADE.values() if item["Type"] == "AWS::Lambda::Version")
    described = version["Description"]["Fn::Sub"]
    settings = {json.dumps(value) for value in properties("SkillFunction")["Environment"]["Variables"].values()}
    by_value = {"Withdrawn", "MemorySize", "SnapStart"}
    assert json.dumps({"Ref": "Withdrawn"}) in settings
    for name in (*by_value, "HashKeyName"):
        assert f"${{{name}}}" in described
    longest = len(re.sub(r"\$\{\w+\}", "", described)) + TEMPLATE["Parameters"]["Withdrawn"]["MaxLength"] + 5 + 20 + 3
    assert longest <= 256, "the longest description of a version"


def test_a_new_version_takes_over_slowly_and_goes_back_on_an_alarm() -> None:
    """CodeDeploy watches every alarm that a bad release can ring."""
    group = properties("SkillFunctionDeploymentGroup")
    watched = {alarm["Name"]["Ref"] for alarm in group["AlarmConfiguration"]["Alarms"]}
    assert watched == ALARMS - {"RecallsRefusedAlarm"}
    assert "DEPLOYMENT_STOP_ON_ALARM" in group["AutoRollbackConfiguration"]["Events"]
    assert TEMPLATE["Parameters"]["Rollout"]["Default"].startswith("LambdaCanary")


def test_there_is_an_alarm_for_each_way_to_fail() -> None:
    """Errors, throttles, the slowest turn in a hundred, apologies, store faults; silence is no alarm."""
    metrics = {properties(name)["MetricName"] for name in ALARMS}
    assert metrics == {"Errors", "Throttles", "Duration", "StoreFaults", "Apologies", "RecallsRefused"}
    assert {properties(name)["TreatMissingData"] for name in ALARMS} == {"notBreaching"}
    slow = properties("SlowAlarm")
    assert slow["ExtendedStatistic"] == "p99"
    assert slow["Threshold"] <= 2500


@pytest.mark.parametrize("name", sorted(ALARMS))
def test_every_alarm_says_where_to_read_on(name: str) -> None:
    """At three in the morning: the heading that the alarm names is there."""
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^a-z ]", "", line.lstrip("# ").casefold()).replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    }
    anchor = properties(name)["AlarmDescription"].rpartition("#")[2]
    assert anchor in headings


def test_every_counted_term_is_logged_by_the_code() -> None:
    """A metric filter that no line matches would be an alarm that never rings."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "lambda" / "skill").glob("*.py"))
    for item in MADE.values():
        if item["Type"] == "AWS::Logs::MetricFilter":
            for term in re.findall(r"[a-z_]+", item["Properties"]["FilterPattern"]):
                assert f'log("{term}"' in source, term


def test_the_dashboard_is_json_that_shows_every_alarm() -> None:
    """What CloudFormation fills in apart."""
    body = properties("Dashboard")["DashboardBody"]["Fn::Sub"]
    shown = json.loads(body)
    assert {name for name in ALARMS if f"${{{name}.Arn}}" in json.dumps(shown)} == ALARMS
