"""The base of all factories: typed, so that `InterviewFactory()` is an Interview to the type checker."""

from typing import TYPE_CHECKING, override

from django.db.models import Model
from factory.django import DjangoModelFactory

from organisations.partial_dates import PartialDateField

if TYPE_CHECKING:

    class ModelFactory[M: Model]:
        """What a factory is for a caller; the library's own class is untyped."""

        def __new__(cls, **values: object) -> M: ...  # type: ignore[misc]  # gives the row it makes

        @classmethod
        def build(cls, **values: object) -> M:
            """Make a row without saving it."""

        @classmethod
        def create_batch(cls, size: int, **values: object) -> list[M]:
            """Make several."""

else:

    class ModelFactory[M: Model](DjangoModelFactory[M]):
        """Makes and saves one row. Dates may be given as text: `recorded="2014-08?"`."""

        class Meta:
            abstract = True
            skip_postgeneration_save = True

        @classmethod
        @override
        def _adjust_kwargs(cls, **values: object) -> dict[str, object]:
            for field in cls._meta.model._meta.fields:
                if isinstance(field, PartialDateField) and field.name in values:
                    values[field.name] = field.to_python(values[field.name])
            return values
