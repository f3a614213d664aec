"""Sentences that are the same in Dutch and in English."""

GELIJK = frozenset(
    {
        "%(km)s km",
        "%(vak)s, scores: %(scores)s",
        "BRIN",
        "Cluster",
        "Instrument",
        "Later",
        "Menu",
        "Plan",
        "Plan %(vak)s",
        "Open data (JSON)",
        "School",
        "Team",
        "account",
        "cluster",
        "code",
        "document",
        "e-mail",
        "havo",
        "label",
        "plan",
        "vwo",
        "was %(cluster)s",
        "website",
        "Was:",
    }
    | {"instrument", "score", "Score", "spelling", "Moment", "M5, E6"}
    | {"Begin %(jaar)s", "%(num)s school", "%(n)s school", "Document"}
    | {"Scan %(nummer)s (%(soort)s)", "Begin", "E-mail", "Maker", "PDF", "hash", "school"}
    | {"JPG", "PNG", "Word", "LibreOffice"}
)
