"""Outline icons of the kinds of support, drawn by us: 24 by 24, one line, no fill."""

from collections.abc import Mapping
from typing import Final

_PADEN: Final[Mapping[str, str]] = {
    "taal": '<path d="M4 5h16v11H11l-4 4v-4H4z"/><path d="M8 9h8M8 12.5h5"/>',
    "rekenen": '<rect x="4" y="3.5" width="16" height="17" rx="2"/><path d="M7.5 8.5h4M9.5 '
    "6.5v4M13.5 8.5h3M7.8 14.2l3.4 3.4"
    'M11.2 14.2l-3.4 3.4M13.5 15h3M13.5 17.2h3"/>',
    "gedrag": '<path d="M12 20C5.5 15.5 3.5 12.2 3.5 9A4.3 4.3 0 0 1 12 7.5 4.3 4.3 0 0 1 20.5 9c0 '
    '3.2-2 6.5-8.5 11z"/>',
    "motoriek": '<circle cx="14" cy="4.6" r="1.9"/><path d="M5 11l4.5-3 3.5 2 1 3.5 4.5 1.5M13 10l-3 5 3.5 2.5L13 21'
    'M10 15l-2 3H4.5"/>',
    "lichaam": '<path d="M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z"/><circle cx="12" cy="12" r="2.8"/>',
    "jonge_kind": '<rect x="3.5" y="12.5" width="8" height="8" rx="1"/><rect x="12.5" y="12.5" '
    'width="8" height="8" rx="1"/>'
    '<path d="M12 3l4.6 8H7.4z"/>',
    "samenwerking": '<circle cx="8" cy="8" r="3"/><circle cx="16.5" cy="9" r="2.5"/><path d="M2.5 '
    "19.5c.4-3.6 2.5-5.5 5.5-5.5"
    's5.1 1.9 5.5 5.5M15 14.4c3.4-.6 6 1.2 6.5 4.6"/>',
    "werkwijze": '<path d="M19.5 12a7.5 7.5 0 0 1-13.6 4.4M4.5 12a7.5 7.5 0 0 1 13.6-4.4"/><path d="M18.5 3.5v4.3h-4.3'
    'M5.5 20.5v-4.3h4.3"/>',
    "gebouw": '<path d="M3.5 11L12 4l8.5 7M6 9.5V20h12V9.5"/><path d="M10 20v-5.5h4V20"/>',
    "overig": '<path d="M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z"/>',
}
GROEPKLEUREN: Final[Mapping[str, str]] = {
    "taal": "#1f5f99",
    "rekenen": "#6f4a9e",
    "gedrag": "#a3405f",
    "motoriek": "#86591a",
    "lichaam": "#00706b",
    "jonge_kind": "#4f7327",
    "samenwerking": "#3f56a0",
    "werkwijze": "#4d6277",
    "gebouw": "#6f5a48",
    "overig": "#55606e",
}


def icoon(groep: str, kleur: str = "currentColor") -> str:
    """The icon of a kind of support as SVG; hidden from who listens, because the name always stands beside it."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none" '
        f'stroke="{kleur}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
        f"{_PADEN[groep]}</svg>"
    )
