"""What the database keeps ready for search; triggers write it (migrations 0006 and 0007), and nothing else does."""

from typing import Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Concat

from interviews.models.interview import Format, Interview, State, is_public
from interviews.search.meaning import Concept, Meaning, tsquery
from organisations.partial_dates import PartialDateField


class Part(models.TextChoices):
    """Of what the words are: the transcript is long and changes seldom, the rest is short and changes often."""

    HEAD = "head", "Everything but the transcript"
    TRANSCRIPT = "transcript", "Transcript"


class SearchDocumentQuerySet(models.QuerySet["SearchDocument"]):
    """Search documents, narrowed."""

    def published(self) -> Self:
        """Those of published interviews: the same condition, on the document's own copy of what it asks."""
        return self.filter(is_public())

    def matching(self, meaning: Meaning) -> Self:
        """Those of interviews that hold what is asked for, wherever in them it stands."""
        if not meaning:
            return self.none()
        rows = self
        stems = meaning.required
        avoided = [concept for concept in meaning.without if not concept.exact]
        if stems:
            stems = " & ".join([f"({stems})", *(f"!({concept.any})" for concept in avoided)])
            rows = rows.filter(whole=tsquery(stems))
        for concept in meaning.concepts:
            if concept.exact:
                rows = rows.filter(_saying(concept))
        for concept in meaning.without:
            # Stems have been left out above already, unless there was nothing to leave them out of.
            if concept.exact or not stems:
                rows = rows.exclude(_saying(concept))
        return rows


class SearchDocument(models.Model):
    """One narrow row per interview, of all that a search reads for each of thousands of hits.

    `head` is what ranks: everything but the transcript. `whole` is what matches: all of it, stored out of line.
    """

    interview = models.OneToOneField(
        Interview, on_delete=models.DB_CASCADE, primary_key=True, related_name="search_document"
    )
    state = models.CharField(max_length=10, choices=State)
    format = models.CharField(max_length=10, choices=Format)
    date = PartialDateField()
    speakers = models.TextField(help_text="Distinct “organisation.level” of its speakers, with spaces between.")
    themes = models.TextField(help_text="Distinct ids of themes, the wider ones too, with spaces between.")
    kinds = models.TextField(help_text="Distinct kinds of statement, with spaces between.")
    points = models.TextField(help_text="Distinct “theme.kind” of its statements; theme 0 is none.")
    head = SearchVectorField()
    whole = SearchVectorField()

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Search document of {self.interview_id}"


class Grams(models.Func):
    """The hashes by which words in a row are found."""

    function = "search_grams"
    output_field = ArrayField(models.BigIntegerField())


class Among(models.Func):
    """Whether a key is in an array.

    The planner takes any phrase for rare, and would join ten thousand documents to a subquery one by one.
    """

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = models.BooleanField()


class SearchTextQuerySet(models.QuerySet["SearchText"]):
    """Texts, narrowed."""

    def saying(self, words: str) -> Self:
        """Those with exactly these words (as `search_words` writes them) in a row."""
        rows = self.alias(grams=Grams("said")).filter(grams__contains=Grams(models.Value(words)))
        # Pairs that occur need not follow each other. Words that occur do, and a pair that occurs is one.
        if words.count(" ") > 1:
            padded = Concat(models.Value(" "), "said", models.Value(" "), output_field=models.TextField())
            rows = rows.alias(padded=padded).filter(padded__contains=f" {words} ")
        return rows


class SearchText(models.Model):
    """The plain words of an interview, for exact phrases: small letters, no accents, single spaces, “ | ” between."""

    pk = models.CompositePrimaryKey("interview_id", "part")
    interview = models.ForeignKey(Interview, on_delete=models.DB_CASCADE, related_name="search_texts", db_index=False)
    part = models.CharField(max_length=10, choices=Part)
    state = models.CharField(max_length=10, choices=State)
    said = models.TextField()
    vector = SearchVectorField(null=True, help_text="Of the transcript, so that the rest can change without it.")

    objects = SearchTextQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.part} of {self.interview_id}"


class SearchWord(models.Model):
    """A word that occurs in what is published, and in how many heads and transcripts."""

    word = models.CharField(max_length=60, primary_key=True)
    uses = models.IntegerField()

    class Meta:
        default_permissions = ()
        ordering = ["-uses", "word"]

    def __str__(self) -> str:
        return self.word


class SearchEdition(models.Model):
    """Which edition of the index this is: another value after every change of what searches keep in memory of it."""

    sole = models.BooleanField(primary_key=True, default=True, help_text="There is one row, and it says yes.")
    value = models.UUIDField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.value)


class Rebuild(models.Model):
    """A rebuild of the search index that has begun: where it is, so that an interrupted one goes on from there."""

    reached = models.BigIntegerField(help_text="The last interview done.")
    began = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Rebuild, at {self.reached}"


def _saying(concept: Concept) -> models.Q:
    """Condition on a document: its interview holds the exact words, or the stems that will do as well."""
    condition = models.Q()
    for words in concept.exact:
        condition |= models.Q(Among("interview", ArraySubquery(SearchText.objects.saying(words).values("interview"))))
    if concept.any:
        stems = SearchDocument.objects.filter(whole=tsquery(concept.any))
        condition |= models.Q(interview__in=stems.values("interview"))
    return condition
