"""Tantivy, a search library in Rust, as the floor of what is possible in one process."""

from pathlib import Path

import tantivy

from benchmarks.documents import FACETS, documents
from benchmarks.queries import Query

_HEAP = 512_000_000
_PAGE, _OPTIONS = 10, 1000
_STEMMED = "en_stem"


class Tantivy:
    """An index in files beside the database; counts are made by one aggregation over columns."""

    name = "tantivy"

    def __init__(self, directory: Path) -> None:
        """Open it, or lay it out."""
        directory = directory / "tantivy"
        directory.mkdir(parents=True, exist_ok=True)
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("pk", stored=True, indexed=True)
        for name in ("title", "body"):
            builder.add_text_field(name, stored=True, tokenizer_name=_STEMMED)
        for name in FACETS:
            builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(directory))
        self._counts = {name: {"terms": {"field": name, "size": _OPTIONS}} for name in FACETS}

    def prepare(self, whole: int) -> None:
        """Fill it, unless it holds them all."""
        self._index.reload()
        if self._index.searcher().num_docs == whole:
            return
        writer = self._index.writer(_HEAP, 1)
        writer.delete_all_documents()
        for document in documents():
            writer.add_document(
                tantivy.Document(pk=document.pk, title=document.title, body=document.body, **document.options)
            )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def ask(self, query: Query) -> int:
        """Count, rank, mark and aggregate."""
        searcher = self._index.searcher()
        asked = self._index.parse_query(
            str(query), ["title", "body"], field_boosts={"title": 10.0}, conjunction_by_default=True
        )
        found = searcher.search(asked, limit=_PAGE, count=True)
        marker = tantivy.SnippetGenerator.create(searcher, asked, self._schema, "body")
        for _, address in found.hits:
            document = searcher.doc(address)
            document.get_first("title")
            marker.snippet_from_doc(document).to_html()
        searcher.aggregate(asked, self._counts)
        return int(found.count)  # type: ignore[attr-defined]  # its type hints leave it out
