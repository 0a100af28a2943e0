"""Print the choices of a filter: there may be hundreds, and a template would take a tenth of a second over them."""

from collections.abc import Sequence
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from interviews.presenters.filters import Option

register = template.Library()


@register.simple_tag
def choices(options: Sequence[Option], name: str, form: str) -> SafeString:
    """One box for each, of the parameter `name`, belonging to the form of that id."""
    # Escaped here, once each: what `format_html` does besides would take longer than the rest of the page.
    before, form_id = f'<label><input type="checkbox" name="{escape(name)}"', escape(form)
    boxes = "\n".join(
        f'<li{_NARROWER if option.narrower else ""}>{before} value="{escape(option.value)}" form="{form_id}"'
        f"{' checked' if option.chosen else ''}><span>{escape(option.label)}"
        f' <span class="count">({option.count:d})</span></span></label></li>'
        for option in options
    )
    return mark_safe(f'<ul class="options">\n{boxes}\n</ul>')  # noqa: S308  # every text in it is escaped


_NARROWER = ' class="options__narrower"'
