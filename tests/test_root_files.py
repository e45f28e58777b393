"""The files at the root that are for people and catalogues: valid, true to the project, and short enough to be read."""

import re
from pathlib import Path
from typing import Annotated, Literal

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

ROOT = Path(__file__).parents[1]
PAGE = 550  # words of prose that fit a page


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


# publiccode.yml 0.2, as https://yml.publiccode.tools/schema.core.html describes it; the parts that we use.

Categories = Literal["customer-service-and-support", "digital-citizenship", "help-desk", "knowledge-management"]
Scopes = Literal["finance-and-economic-development", "government", "local-authorities"]


class Description(Strict):
    genericName: Annotated[str, Field(max_length=35)]  # noqa: N815 - the names of the standard
    shortDescription: Annotated[str, Field(max_length=150)]  # noqa: N815
    longDescription: Annotated[str, Field(min_length=500, max_length=10_000)]  # noqa: N815
    features: Annotated[list[Annotated[str, Field(max_length=100)]], Field(min_length=1)]


class Audience(Strict):
    scope: list[Scopes]
    countries: list[Annotated[str, Field(pattern="^[a-z]{2}$")]]


class Legal(Strict):
    license: str


class Contact(Strict):
    name: str
    email: str | None = None
    affiliation: str | None = None


class Maintenance(Strict):
    type: Literal["internal", "contract", "community", "none"]
    contacts: list[Contact] = []

    @model_validator(mode="after")
    def somebody(self) -> "Maintenance":
        if self.type in ("internal", "community") and not self.contacts:
            raise ValueError("contacts are mandatory")
        return self


class Localisation(Strict):
    localisationReady: bool  # noqa: N815
    availableLanguages: Annotated[list[str], Field(min_length=1)]  # noqa: N815


class Dependency(Strict):
    name: str
    versionMin: str | None = None  # noqa: N815
    optional: bool = False


class DependsOn(Strict):
    open: list[Dependency] = []


class Publiccode(Strict):
    publiccodeYmlVersion: Literal["0.2"]  # noqa: N815
    name: str
    url: HttpUrl
    platforms: Annotated[list[Literal["web", "windows", "mac", "linux", "ios", "android"]], Field(min_length=1)]
    categories: Annotated[list[Categories], Field(min_length=1)]
    developmentStatus: Literal["concept", "development", "beta", "stable", "obsolete"]  # noqa: N815
    softwareType: Literal["standalone/web", "standalone/backend"]  # noqa: N815
    intendedAudience: Audience  # noqa: N815
    description: Annotated[dict[Literal["nl", "en"], Description], Field(min_length=1)]
    legal: Legal
    maintenance: Maintenance
    localisation: Localisation
    dependsOn: DependsOn  # noqa: N815


def test_publiccode_is_valid_and_says_the_licence_of_the_project() -> None:
    given = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    found = Publiccode.model_validate(given)
    assert f'license = "{found.legal.license}"' in (ROOT / "pyproject.toml").read_text()
    for broken in ({"name": None}, {"maintenance": {"type": "internal"}}, {"colour": "blue"}):
        with pytest.raises(ValueError, match=next(iter(broken))):
            Publiccode.model_validate({**given, **broken})


# Pages


@pytest.mark.parametrize(
    ("name", "pages"), [("CONTRIBUTING.md", 1), ("SECURITY.md", 1), ("GOVERNANCE.md", 1), ("OPERATIONS.md", 2)]
)
def test_a_page_is_a_page(name: str, pages: int) -> None:
    assert len((ROOT / name).read_text().split()) <= pages * PAGE


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")), ids=lambda page: page.name)
def test_what_a_page_names_is_there(page: Path) -> None:
    """Files and folders in backticks or links, and targets of make."""
    text = page.read_text()
    if page.name in ("DECISIONS.md", "CHANGELOG.md"):  # these tell what was
        return
    paths = re.findall(r"`((?:api|bot|actions|knowledge|tests)/[\w./-]+)`", text)
    paths += [path for path in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in path]
    made = ("api/data/", "knowledge/built")
    assert [path for path in paths if not (ROOT / path).exists() and not path.startswith(made)] == []
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"`make (\w+)", text)) <= targets
