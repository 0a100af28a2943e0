"""Which queries are chosen."""

from benchmarks.queries import choose


def test_words_are_chosen_by_how_many_interviews_hold_them() -> None:
    held = {"bleddism": 11, "dranner": 48, "patient": 1000, "doctor": 990, "board": 702, "ward": 650, "team": 20}
    chosen = {query.kind: query.words for query in choose(held, whole=1000)}
    assert chosen["rare word"] == ("bleddism",)
    assert chosen["medium word"] == ("dranner",)
    assert chosen["word in every interview"] == ("patient",)
    assert chosen["two common words"] == ("board", "ward")


def test_a_phrase_is_typed_in_quotation_marks() -> None:
    typed = {query.kind: str(query) for query in choose({"board": 3, "ward": 2, "patient": 5, "doctor": 1}, whole=5)}
    assert typed["exact phrase"] == '"quality improvement"'
    assert typed["full sentence"].startswith("how do I get consultants")
