"""An admin page as a curator meets it: opened, filled in, saved."""

from collections.abc import Iterator
from typing import Self

from django.db.models import Model
from django.forms import BaseForm
from django.test import Client
from django.urls import reverse

type Value = str | list[str]


def url(row: Model | type[Model], page: str = "change") -> str:
    """The address of a page of the admin: of a row, or of its model (`add`, `changelist`)."""
    args = [row.pk] if isinstance(row, Model) else []
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=args)


class AdminForm:
    """What a browser would send back of the form at `address`."""

    def __init__(self, client: Client, address: str) -> None:
        self.client = client
        self.address = address
        self.values: dict[str, Value] = {}
        page = client.get(address).context
        forms: list[BaseForm] = [page["adminform"].form]
        for inline in page["inline_admin_formsets"]:
            forms += [inline.formset.management_form, *inline.formset.forms]
        for form in forms:
            self.values |= dict(_values(form))

    def fill(self, **values: str) -> Self:
        """Type into fields; `-` in a name is written `__`."""
        self.values |= {name.replace("__", "-"): value for name, value in values.items()}
        return self

    def add_row(self, rows: str, **values: str) -> Self:
        """Add a row below the last one of `rows`."""
        number = int(str(self.values[f"{rows}-TOTAL_FORMS"]))
        self.values |= {f"{rows}-{number}-{name}": value for name, value in values.items()}
        self.values[f"{rows}-TOTAL_FORMS"] = str(number + 1)
        return self

    def save(self) -> None:
        """Save, and fail with what the page says where that is refused."""
        assert self._post() == []

    def errors(self) -> list[str]:
        """Every error that the page shows on an attempt to save."""
        errors = self._post()
        assert errors, "It was saved."
        return errors

    def _post(self) -> list[str]:
        response = self.client.post(self.address, self.values)
        if response.status_code == 302:
            return []
        assert response.status_code == 200
        found = response.context["errors"]  # a field's in a list; those of rows as a whole as they are
        return [str(one) for some in found for one in (some if isinstance(some, list) else [some])]


def _values(form: BaseForm) -> Iterator[tuple[str, Value]]:
    for field in form:
        value = field.value()
        if value is True:
            yield field.html_name, "on"
        elif isinstance(value, list):
            yield field.html_name, [str(item) for item in value]
        elif value is not None and value is not False:
            yield field.html_name, str(value)
