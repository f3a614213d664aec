"""What may still be written of a pupil who left the school."""

from datetime import date


def bezwaar_als_weg(uitgeschreven_op: date | None, peildatum: date) -> str:
    """Why nothing new is written of somebody who left: how long a file is kept counts from that day (AVG artikel 5).

    >>> bezwaar_als_weg(date(2026, 7, 10), date(2026, 7, 10))
    ''
    >>> bezwaar_als_weg(date(2026, 7, 10), date(2026, 7, 11))[:44]
    'Deze leerling ging op 10-07-2026 van school.'
    """
    if uitgeschreven_op is None or peildatum <= uitgeschreven_op:
        return ""
    return (
        f"Deze leerling ging op {uitgeschreven_op:%d-%m-%Y} van school. In dit dossier komt niets nieuws meer. "
        "Klopt dat niet? Maak dan in het dossier de uitschrijving ongedaan."
    )
