"""A picture, a scan or a document that was looked at: what it is follows from its bytes."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlage:
    """What was kept of a file from outside; made by `documenten.lezen.bijlage` and by nothing else."""

    extensie: Literal["png", "jpg", "pdf", "docx", "odt", "txt"]
    inhoud: bytes
