"""What a school writes down of a pupil to see how it goes: subjects, and kinds of observations, absence and signals."""

from enum import StrEnum


class Vak(StrEnum):
    """A subject in which a pupil is followed."""

    TECHNISCH_LEZEN = "technisch_lezen"
    BEGRIJPEND_LEZEN = "begrijpend_lezen"
    BEGRIJPEND_LUISTEREN = "begrijpend_luisteren"
    SPELLING = "spelling"
    TAALVERZORGING = "taalverzorging"
    WOORDENSCHAT = "woordenschat"
    REKENEN = "rekenen"
    ENGELS = "engels"
    STUDIEVAARDIGHEDEN = "studievaardigheden"
    WERELDORIENTATIE = "wereldorientatie"
    SOCIAAL_EMOTIONEEL = "sociaal_emotioneel"
    LEERAANPAK = "leeraanpak"


class Herkomst(StrEnum):
    """Where a result came from."""

    GETYPT = "getypt"
    BESTAND = "bestand"
    BESLUIT = "besluit"  # absence that follows from a suspension


class Waarnemingsoort(StrEnum):
    """What somebody saw of a pupil; a worry is no care file, for it belongs to what parents may read."""

    OBSERVATIE = "observatie"
    METHODETOETS = "methodetoets"
    BEZORGDHEID = "bezorgdheid"


class Verzuimsoort(StrEnum):
    """Why a pupil was not there (LPW 11 to 14); only the third counts for the report of LPW 21a."""

    ZIEK = "ziek"
    GEOORLOOFD = "geoorloofd"
    ONGEOORLOOFD = "ongeoorloofd"
    TE_LAAT = "te_laat"
    SCHORSING = "schorsing"


class Signaalregel(StrEnum):
    """A rule that points at a pupil to look at; never a verdict."""

    DALING = "daling"  # falls bands within one instrument and norm scheme
    STILSTAND = "stilstand"  # no growth on one scale in a year
    VERZUIM = "verzuim"  # unauthorised hours that come near the report of LPW 21a
    EVALUATIE = "evaluatie"  # an evaluation that should have been there
