"""``python -m tools.deploy`` builds the function and brings the stack of one of Alexa's regions up to date.

SKILL_ID names the skill; REGION is NA (the default), EU or FE; PARAMETERS holds others of the template, such as
"Withdrawn=magnesium AlarmEmail=me@example.org". What is not named stays as it was deployed last. It runs the SAM CLI and
the AWS CLI, under whatever account these are set up for.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Mapping

#: The regions of AWS that Alexa calls from its own (platform rules, 5.3).
REGIONS = {"NA": "us-east-1", "EU": "eu-west-1", "FE": "us-west-2"}
STACK = "cramp-guide"
SKILL = re.compile(r"amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TOOLS = {
    "sam": "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/install-sam-cli.html",
    "aws": "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
}
#: Bytes of a new hash key.
KEY = 32
EMPTY = '""'


class DeployError(Exception):
    """Nothing was deployed, or not all; the text says what to do."""


def main(environment: Mapping[str, str] = os.environ) -> int:
    """Deploys. Returns the exit code: 2 where something is missing, that of the tool which failed otherwise."""
    try:
        missing_tools(environment)
        region, overrides = place(environment), parameters(environment)
        if not stack_outputs(region):
            overrides["HashKey"] = secrets.token_hex(KEY)
        _run("sam", "build")
        _run("sam", "deploy", *options(region, overrides))
        arn = stack_outputs(region).get("SkillEndpoint", "")
    except DeployError as fault:
        print(fault, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as failed:
        print(f"{failed.cmd[0]} {failed.cmd[1]} failed: see above.", file=sys.stderr)
        return failed.returncode or 1
    print(f"export SKILL_ENDPOINT_{environment.get('REGION') or 'NA'}={arn}")
    return 0


def missing_tools(environment: Mapping[str, str]) -> None:
    """DeployError for a tool that is not installed."""
    for tool, page in TOOLS.items():
        if not shutil.which(tool, path=environment.get("PATH")):
            raise DeployError(f"{tool} is not installed: see {page}")


def place(environment: Mapping[str, str]) -> str:
    """The region of AWS for the region of Alexa."""
    named = environment.get("REGION") or "NA"
    if named not in REGIONS:
        raise DeployError(f"REGION is {named}: use {', '.join(REGIONS)}.")
    return REGIONS[named]


def parameters(environment: Mapping[str, str]) -> dict[str, str]:
    """The template's parameters that are named, the skill's id among them."""
    skill = environment.get("SKILL_ID", "")
    if not SKILL.fullmatch(skill):
        raise DeployError("Set SKILL_ID to the skill's id: amzn1.ask.skill. and a UUID. See docs/deploy.md, step 2.")
    pairs = [part.partition("=") for part in environment.get("PARAMETERS", "").split()]
    if wrong := [name for name, equals, _ in pairs if not equals]:
        raise DeployError(f"PARAMETERS has {wrong[0]} without a value: write Name=value, with spaces between.")
    return {"SkillId": skill, **{name: value for name, _, value in pairs}}


def options(region: str, overrides: Mapping[str, str]) -> list[str]:
    """What `sam deploy` is told. It takes an empty value in quotes only."""
    pairs = [f"{name}={value or EMPTY}" for name, value in overrides.items()]
    always = ["--stack-name", STACK, "--region", region, "--resolve-s3", "--capabilities", "CAPABILITY_IAM"]
    return [*always, "--no-confirm-changeset", "--no-fail-on-empty-changeset", "--parameter-overrides", *pairs]


def stack_outputs(region: str) -> dict[str, str]:
    """The outputs of the stack; none where there is no stack yet. CalledProcessError where AWS cannot be asked."""
    command = ["aws", "cloudformation", "describe-stacks", "--stack-name", STACK, "--region", region, "--output", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and "does not exist" in done.stderr:
        return {}
    if done.returncode:
        print(done.stderr.strip(), file=sys.stderr)
        done.check_returncode()
    outputs = json.loads(done.stdout)["Stacks"][0].get("Outputs", [])
    return {output["OutputKey"]: output["OutputValue"] for output in outputs}


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
