"""Print the choices of a filter: there may be hundreds, and a template would take a tenth of a second over them."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from interviews.presenters.filters import Option

register = template.Library()


@register.simple_tag
def choices(options: Sequence[Option], name: str, form: str) -> SafeString:
    """One box for each, of the parameter `name`, belonging to the form of that id."""
    boxes = format_html_join(
        "\n",
        '<li{}><label><input type="checkbox" name="{}" value="{}" form="{}"{}>'
        '<span>{} <span class="count">({})</span></span></label></li>',
        (
            (
                _NARROWER if option.narrower else "",
                name,
                option.value,
                form,
                _CHECKED if option.chosen else "",
                option.label,
                option.count,
            )
            for option in options
        ),
    )
    return format_html('<ul class="options">\n{}\n</ul>', boxes)


_NARROWER = SafeString(' class="options__narrower"')
_CHECKED = SafeString(" checked")
