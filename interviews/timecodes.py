"""Times in a recording, as players show them."""


def timecode(seconds: int) -> str:
    """`0:07`, `1:15`, `1:02:05`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
