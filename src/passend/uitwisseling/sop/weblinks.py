"""Web addresses in a document: written out, or behind words."""

import re
from collections.abc import Iterable

from passend.begrippen.profielinhoud import Bron, Link, Methode
from passend.documenten.document import Documentlink, Regel
from passend.uitwisseling.sop.woordvorm import compact

_URL = re.compile(r"https?://[^\s<>\"')]+|www\.[a-z0-9.-]+\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_ALLEEN_URL = re.compile(rf"^(?:{_URL.pattern})$", re.IGNORECASE)


class Weblinks:
    """Collects the addresses of a document in their order."""

    def __init__(self) -> None:
        self.alle: list[Link] = []

    def lees(self, regel: Regel) -> bool:
        """Take the addresses of a line; True when it holds nothing else."""
        bron = Bron(methode=Methode.TEKST, regel=regel.nummer, pagina=regel.pagina, kader=regel.kader)
        self.alle += [Link(url=url.rstrip(".,;"), tekst="", bron=bron) for url in _URL.findall(regel.tekst)]
        return bool(_ALLEEN_URL.match(regel.tekst.strip()))

    def neem_over(self, links: Iterable[Documentlink]) -> None:
        """Take the addresses behind words that are not written out."""
        bekend = {link.url for link in self.alle}
        for achter in links:
            if achter.url not in bekend:
                bekend.add(achter.url)
                bron = Bron(methode=Methode.TEKST, regel=achter.nummer, pagina=achter.pagina)
                self.alle.append(Link(url=achter.url, tekst=achter.tekst, bron=bron))

    def voor(self, code: str, *, is_samen: bool) -> tuple[Link, float] | None:
        """The address of a document, and how sure that is; `is_samen`: one address for more documents."""
        raak = [link for link in self.alle if code in link.url.casefold() or compact(link.tekst) == code]
        ander = [link for link in self.alle if is_samen and "school" in link.url.casefold()]
        keuze = raak[:1] or ander[:1]
        return (keuze[0], 0.95 if raak else 0.6) if keuze else None
