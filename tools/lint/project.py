"""All rules over the real files of the project."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.lint.finding import Finding
from tools.lint.interaction import Model, model_of, read_model
from tools.lint.listing import example_phrases, lint_listings
from tools.lint.manifest import Json, lint_manifest, locale_sets, read_manifest, used_by_code
from tools.lint.model import handled_intents, lint_model, same_in_all_locales
from tools.lint.readability import lint_texts
from tools.lint.schema import schema
from tools.lint.template import lint_template, read_template

MODELS = "interaction_model"


def lint_project(root: Path, handled: Iterable[str] | None = None, texts: Iterable[tuple[str, str]] = ()) -> list[Finding]:
    """Every finding over models, manifest, template and texts.

    `handled` are the intents that the code answers (MO04, skipped when None); `texts` are (place, text) pairs of what
    is spoken.
    """
    models, findings = load_models(root)
    manifest, unreadable = _manifest(root)
    findings += unreadable
    for model in models:
        findings += lint_model(model, screen=_has_screen(manifest))
    findings += same_in_all_locales(models)
    findings += handled_intents(models, handled) if handled is not None else ()
    findings += manifest_findings(root, manifest, models) if manifest else ()
    findings += template_findings(root)
    findings += lint_texts(texts)
    return findings


def load_models(root: Path) -> tuple[list[Model], list[Finding]]:
    """The models that can be read, en-US first, and what is wrong with the others (MO01)."""
    paths = sorted((root / MODELS).glob("*.json"), key=lambda path: (path.stem != "en-US", path.stem))
    if not paths:
        return [], [Finding("MO01", f"{MODELS}/", "folder", "has no models", "Run make build")]
    models: list[Model] = []
    findings: list[Finding] = []
    for path in paths:
        file = f"{MODELS}/{path.name}"
        try:
            raw = read_model(path)
        except ValueError as error:
            findings.append(Finding("MO01", file, "whole file", f"cannot be read: {error}", "Run make build"))
            continue
        broken = list(schema(raw, file))
        findings += broken
        models += [] if broken else [model_of(raw, path.stem, file, path.stat().st_size)]
    return models, findings


def _manifest(root: Path) -> tuple[Json, list[Finding]]:
    try:
        return read_manifest(root / "skill.json"), []
    except (OSError, ValueError) as error:
        return {}, [Finding("MA01", "skill.json", "whole file", f"cannot be read: {error}", "Restore it")]


def _has_screen(manifest: Json) -> bool:
    interfaces = manifest.get("apis", {}).get("custom", {}).get("interfaces", ())
    return any(item.get("type") == "ALEXA_PRESENTATION_APL" for item in interfaces)


def manifest_findings(root: Path, manifest: Json, models: Iterable[Model]) -> Iterator[Finding]:
    """Every MA rule. Those that compare with models or code hold only where these exist."""
    by_locale = {model.locale: model for model in models}
    yield from lint_manifest(manifest, root)
    yield from lint_listings(manifest)
    if by_locale:
        yield from locale_sets(manifest, by_locale)
        yield from example_phrases(manifest, by_locale)
    yield from used_by_code(manifest, code(root))


def code(root: Path) -> str:
    """The text of all Python that AWS runs."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "lambda").rglob("*.py")))


def template_findings(root: Path) -> Iterator[Finding]:
    """TE01 over template.yaml."""
    path = root / "template.yaml"
    if not path.is_file():
        yield Finding("TE01", "template.yaml", "whole file", "is missing", "Restore it")
        return
    yield from lint_template(read_template(path))
