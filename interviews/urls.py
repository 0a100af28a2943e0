"""Addresses of everything that was said."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
