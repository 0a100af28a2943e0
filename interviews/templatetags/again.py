"""Print a block of the page once more: its title and description are told to those who share its address too."""

from django import template
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def again(context: Context, name: str) -> SafeString:
    """The block of that name as this page fills it, on one line."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return mark_safe(" ".join(block.render(context).split()))  # noqa: S308  # rendered, so escaped already
