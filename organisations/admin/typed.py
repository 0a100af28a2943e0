"""Django's admin classes, subscriptable while running as they are to the type checker."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin
    from django.contrib.admin.options import BaseModelAdmin, InlineModelAdmin
    from django.forms import ModelForm
    from django.forms.models import BaseInlineFormSet
else:
    from django import forms
    from django.contrib import admin
    from django.contrib.admin import options

    class _Subscriptable:
        def __class_getitem__(cls, models: object) -> type:
            return cls

    class BaseModelAdmin(_Subscriptable, options.BaseModelAdmin):
        """The base of pages and of rows within a page."""

    class ModelAdmin(_Subscriptable, admin.ModelAdmin):
        """A page."""

    class InlineModelAdmin(_Subscriptable, options.InlineModelAdmin):
        """Rows within a page."""

    class ModelForm(_Subscriptable, forms.ModelForm):
        """A form."""

    class BaseInlineFormSet(_Subscriptable, forms.BaseInlineFormSet):
        """The forms of rows."""


__all__ = ["BaseInlineFormSet", "BaseModelAdmin", "InlineModelAdmin", "ModelAdmin", "ModelForm"]
