"""What kind of picture bytes are, by their first bytes: a name or a header from outside proves nothing."""

from typing import Final

_BEGIN: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)


def extensie_van(beeld: bytes) -> str:
    """`png`, `jpg` or `gif`; empty for anything else."""
    return next((extensie for begin, extensie in _BEGIN if beeld.startswith(begin)), "")
