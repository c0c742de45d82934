"""The skill package for Alexa, in the layout that the ASK CLI deploys (platform rules, 7.1 and 7.2).

``skill.json`` and ``interaction_model/`` at the top of the project stay the only sources: here they are copied to where
the ASK CLI looks for them, with the ARNs of the functions that the stacks made in place of the placeholders.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.package.fault import PackageError
from tools.package.function import ROOT

#: Alexa's regions, the first of them for whatever has no region of its own.
REGIONS = ("NA", "EU", "FE")
#: The environment's name for a region's ARN is this and the region.
VARIABLE = "SKILL_ENDPOINT_"
# An alias, so that a deploy can shift to a new version and back. A bare function or $LATEST would be answered untested.
_ALIAS = re.compile(
    r"arn:aws[a-z-]*:lambda:[a-z]{2}(-[a-z]+)+-\d:\d{12}:function:[A-Za-z0-9_-]{1,64}:(?=[0-9]*[A-Za-z_-])[A-Za-z0-9_-]+"
)
_RESOURCES = {
    "askcliResourcesVersion": "2020-03-31",
    "profiles": {"default": {"skillMetadata": {"src": "./skill-package"}}},
}
Json = dict[str, Any]


def endpoints(environment: Mapping[str, str], file: Path | None = None) -> dict[str, str]:
    """The alias ARN of each region that has one: those of a JSON file by region, then those of the environment.

    PackageError for a region that Alexa does not have, or for an ARN that names no alias.
    """
    named: Json = json.loads(file.read_text(encoding="utf-8")) if file else {}
    named |= {region: arn for region in REGIONS if (arn := environment.get(f"{VARIABLE}{region}"))}
    for region, arn in named.items():
        if region not in REGIONS:
            raise PackageError(f"Alexa has no region {region}: use {', '.join(REGIONS)}.")
        if not isinstance(arn, str) or not _ALIAS.fullmatch(arn):
            raise PackageError(f"{region}: {arn} is not the ARN of an alias, such as arn:aws:lambda:...:function:name:live.")
    return {region: named[region] for region in REGIONS if region in named}


def skill_package(into: Path, arns: Mapping[str, str], root: Path = ROOT) -> Path:
    """Writes ``skill-package/`` and ``ask-resources.json`` into a folder. Without ARNs the placeholders stay."""
    package = into / "skill-package"
    if package.exists():
        shutil.rmtree(package)
    models = package / "interactionModels" / "custom"
    models.mkdir(parents=True)
    for model in sorted((root / "interaction_model").glob("*.json")):
        shutil.copyfile(model, models / model.name)
    shutil.copytree(root / "assets", package / "assets")
    manifest = json.loads((root / "skill.json").read_text(encoding="utf-8"))
    _write(package / "skill.json", pointed(manifest, arns) if arns else manifest)
    _write(into / "ask-resources.json", _RESOURCES)
    return package


def pointed(part: Any, arns: Mapping[str, str]) -> Any:
    """A part of the manifest whose endpoints are the regions' own; a region without a function is left out."""
    first = next(iter(arns.values()))
    if isinstance(part, list):
        return [pointed(one, arns) for one in part]
    if not isinstance(part, dict):
        return part
    changed = {key: pointed(value, arns) for key, value in part.items()}
    if "uri" in part.get("endpoint", {}):
        changed["endpoint"] = part["endpoint"] | {"uri": first}
    if "regions" in part:
        changed["regions"] = {region: {"endpoint": {"uri": arn}} for region, arn in arns.items()}
    return changed


def _write(path: Path, value: Json) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
