"""The recording of an interview in the admin: taken with care, heard before it is published, removed when replaced."""

from typing import TYPE_CHECKING, override

from django.conf import settings
from django.contrib.admin.widgets import AdminFileWidget
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.urls import reverse

from interviews.models import Interview
from interviews.recordings import ENDINGS, ENDINGS_IN_WORDS, check
from organisations.admin.typed import ModelForm

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


MOST = settings.MEDIA_MAX_MB


class _Held:
    """A recording as its box shows it: by the name of its file, which leads curators to it whatever its state."""

    def __init__(self, recording: FieldFile) -> None:
        self.name = str(recording.name)
        self.url = reverse("admin:interviews_interview_recording", args=[recording.instance.pk])

    def __str__(self) -> str:
        return self.name


class RecordingInput(AdminFileWidget):
    """Choose a recording; what is held already can be heard, replaced or removed."""

    use_fieldset = False  # a legend would leave the box itself without a label

    def __init__(self) -> None:
        super().__init__(attrs={"accept": ",".join(ENDINGS)})

    @override
    def get_context(self, name: str, value: object, attrs: dict[str, object] | None) -> dict[str, dict[str, object]]:
        context: dict[str, dict[str, object]] = super().get_context(name, value, attrs)
        if isinstance(value, FieldFile) and context["widget"]["is_initial"]:
            context["widget"]["value"] = _Held(value)
        return context


class InterviewForm(ModelForm[Interview]):
    """The form of an interview's page."""

    class Meta:
        widgets = {"media_file": RecordingInput}
        help_texts = {"media_file": f"If held here: a file that ends in {ENDINGS_IN_WORDS}, of at most {MOST} MB."}

    def clean_media_file(self) -> "UploadedFile[bytes] | FieldFile | bool | None":
        """Check what is uploaded; what is held already was checked before."""
        chosen: UploadedFile[bytes] | FieldFile | bool | None = self.cleaned_data["media_file"]
        if isinstance(chosen, File) and not isinstance(chosen, FieldFile):
            try:
                check(chosen)
            except ValidationError as error:
                raise ValidationError(error.messages) from error
        return chosen


def held(interviews: "list[int]") -> set[str]:
    """The names of the files that these interviews have."""
    rows = Interview.objects.filter(pk__in=interviews).exclude(media_file="")
    return set(rows.values_list("media_file", flat=True))


def remove_unused(names: set[str]) -> None:
    """Once what is being written is kept, delete those of these files that no interview has any more."""

    def remove() -> None:
        used = set(Interview.objects.filter(media_file__in=names).values_list("media_file", flat=True))
        for name in names - used:
            default_storage.delete(name)

    transaction.on_commit(remove)
