"""The way to the cloud, with stand-ins for the two tools: what they are told, and what is said when they are missing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.deploy import REGIONS
from tools.lint.template import read_template

ROOT = Path(__file__).parents[2]
SKILL = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
ARN = "arn:aws:lambda:us-east-1:000000000000:function:cramp-guide:live"
OUTPUTS = json.dumps({"Stacks": [{"Outputs": [{"OutputKey": "SkillEndpoint", "OutputValue": ARN}]}]})
SAM = """#!/bin/sh
echo "sam $*" >> "{log}"
if [ "$1" = "deploy" ]; then touch "{stack}"; fi
exit {status}
"""
AWS = """#!/bin/sh
echo "aws $*" >> "{log}"
if [ -e "{stack}" ]; then echo '{outputs}'; exit 0; fi
echo "An error occurred (ValidationError): Stack with id cramp-guide does not exist" >&2
exit 254
"""


class Account:
    """A folder that stands for an account: the two tools, what they were told, and whether there is a stack."""

    def __init__(self, folder: Path, sam_status: int = 0) -> None:
        """With both tools and no stack."""
        self.folder, self.log, self.stack = folder, folder / "log", folder / "stack"
        self.put("sam", SAM.format(log=self.log, stack=self.stack, status=sam_status))
        self.put("aws", AWS.format(log=self.log, stack=self.stack, outputs=OUTPUTS))

    def put(self, name: str, text: str) -> None:
        """A tool."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def deploy(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the command with no other tools to be found than these."""
        told = {"SKILL_ID": SKILL, "PATH": f"{self.folder}:/bin:/usr/bin"} | environment
        command = [sys.executable, "-m", "tools.deploy"]
        return subprocess.run(command, cwd=ROOT, env=os.environ | told, capture_output=True, text=True, check=False)

    def told(self, start: str) -> list[str]:
        """What was told to the tools, by how it begins."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [line for line in lines if line.startswith(start)]


@pytest.fixture
def account(tmp_path: Path) -> Account:
    """An account in which nothing was deployed yet."""
    return Account(tmp_path)


def test_the_first_deploy_makes_a_key_and_tells_the_endpoint(account: Account) -> None:
    """The alias's ARN comes out as a line for the shell, and the key is nowhere on the screen."""
    done = account.deploy()
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == f"export SKILL_ENDPOINT_NA={ARN}"
    (told,) = account.told("sam deploy")
    key = told.partition("HashKey=")[2].split()[0]
    assert len(key) == 64
    assert key not in done.stdout + done.stderr
    assert f"SkillId={SKILL}" in told
    assert account.told("sam build")


def test_a_later_deploy_leaves_the_key_as_it_is(account: Account) -> None:
    """A new one would lose what everybody chose."""
    account.deploy()
    account.log.unlink()
    assert account.deploy(PARAMETERS="Withdrawn=magnesium Rollout=AllAtOnce").returncode == 0
    (told,) = account.told("sam deploy")
    assert "HashKey=" not in told
    assert "Withdrawn=magnesium Rollout=AllAtOnce" in told


def test_an_empty_value_takes_a_parameter_back(account: Account) -> None:
    """Nothing is withdrawn any more."""
    account.deploy(PARAMETERS="Withdrawn= Rollout=AllAtOnce")
    assert 'Withdrawn="" Rollout=AllAtOnce' in account.told("sam deploy")[0]


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_each_region_of_alexa_has_its_own_stack(region: str, account: Account) -> None:
    """One template, three stacks."""
    done = account.deploy(REGION=region)
    assert f"export SKILL_ENDPOINT_{region}=" in done.stdout
    assert f"--region {REGIONS[region]}" in account.told("sam deploy")[0]


@pytest.mark.parametrize("tool", ["sam", "aws"])
def test_a_missing_tool_is_named_with_where_to_get_it(tool: str, account: Account, tmp_path: Path) -> None:
    """Before anything is built."""
    (tmp_path / tool).unlink()
    done = account.deploy(PATH=str(tmp_path))
    assert done.returncode == 2
    assert f"{tool} is not installed: see https://docs.aws.amazon.com/" in done.stderr
    assert not account.log.exists()


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"SKILL_ID": ""}, "Set SKILL_ID"),
        ({"SKILL_ID": "amzn1.ask.skill.mine"}, "Set SKILL_ID"),
        ({"REGION": "MARS"}, "REGION is MARS"),
        ({"PARAMETERS": "Withdrawn"}, "Withdrawn without a value"),
    ],
)
def test_what_is_missing_is_said_in_one_line(environment: dict[str, str], told: str, account: Account) -> None:
    """Before anything is built."""
    done = account.deploy(**environment)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not account.told("sam")


def test_a_failure_of_sam_is_not_taken_for_success(tmp_path: Path) -> None:
    """Its own message stands above."""
    done = Account(tmp_path, sam_status=3).deploy()
    assert done.returncode == 3
    assert "sam build failed" in done.stderr


def test_aws_that_cannot_be_asked_is_not_taken_for_no_stack(account: Account) -> None:
    """Or a new key would go over the old one."""
    account.put("aws", "#!/bin/sh\necho 'Unable to locate credentials' >&2\nexit 253\n")
    done = account.deploy()
    assert done.returncode == 253
    assert "Unable to locate credentials" in done.stderr
    assert not account.told("sam deploy")


def test_every_parameter_that_the_pages_name_is_the_templates() -> None:
    """What is copied from a page works."""
    known = set(read_template(ROOT / "template.yaml")["Parameters"])
    for page in ("deploy.md", "operations.md"):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        named = {
            pair.partition("=")[0] for line in text.splitlines() if 'PARAMETERS="' in line for pair in line.split('"')[1].split()
        }
        assert named <= known, page
        assert named
