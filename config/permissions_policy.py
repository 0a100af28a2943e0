"""Tell browsers that the site asks for none of a reader's devices and takes part in no profiling."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

REFUSED = ("browsing-topics", "camera", "geolocation", "microphone", "payment", "usb")
HEADER = ", ".join(f"{feature}=()" for feature in REFUSED)


def middleware(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Send the header with every page."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers["Permissions-Policy"] = HEADER
        return response

    return respond
