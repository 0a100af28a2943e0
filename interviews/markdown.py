"""Turn an editor's Markdown into HTML that is safe and fits under a heading of the page."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_TAGS = {"p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "blockquote", "a", "br", "hr", "code", "pre"}
_DEEPEST = 6
_reader = MarkdownIt("commonmark", {"html": False})


def html(text: str, *, below: int = 2) -> SafeString:
    """The text as HTML whose headings come below those of level `below`, none of them skipping a level.

    Written for the page by an editor, yet trusted no further than its tags: no images, no styles, no scripts.
    """
    tokens = _reader.parse(text)
    level = below
    for token in tokens:
        if token.type == "heading_open":
            level = min(below + int(token.tag[1:]), level + 1, _DEEPEST)
            token.tag = f"h{level}"
        elif token.type == "heading_close":
            token.tag = f"h{level}"
    rendered = _reader.renderer.render(tokens, _reader.options, {})
    clean = nh3.clean(
        rendered, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel="nofollow"
    )
    return mark_safe(clean)  # noqa: S308  # this is what cleaning is for
