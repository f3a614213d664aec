"""Every row says of which board it is, and every unique key begins with that board or holds it."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Q

# each table, and whose board its rows take over; a table stands after the one it takes it from
OUDERS = (
    ("ondersteuningsprofiel", "organisaties_vestiging", "vestiging"),
    ("inlezing", "organisaties_vestiging", "vestiging"),
    ("editie", "organisaties_vestiging", "vestiging"),
    ("aanbodregel", "organisaties_vestiging", "vestiging"),
    ("onderdeel", "profielen_ondersteuningsprofiel", "profiel"),
    ("onderdeelversie", "profielen_onderdeel", "onderdeel"),
    ("teamronde", "profielen_ondersteuningsprofiel", "profiel"),
    ("reactie", "profielen_teamronde", "ronde"),
    ("onderbouwingsregel", "profielen_ondersteuningsprofiel", "profiel"),
    ("doelregel", "profielen_ondersteuningsprofiel", "profiel"),
    ("vaststellingsstap", "profielen_ondersteuningsprofiel", "profiel"),
)
OPENBAAR = frozenset({"editie", "aanbodregel"})
UNIEK = (
    ("ondersteuningsprofiel", "profiel_uniek", ("vestiging", "schooljaar"), None),
    ("onderdeel", "onderdeel_uniek", ("profiel", "sleutel"), None),
    ("onderdeelversie", "onderdeelversie_uniek", ("onderdeel", "versie"), None),
    ("inlezing", "inlezing_eenmaal", ("vestiging", "sha256"), None),
    ("teamronde", "ronde_een_open", ("profiel",), Q(gesloten_op__isnull=True)),
    ("vaststellingsstap", "stap_eenmaal_per_ronde", ("profiel", "soort"), Q(editie__isnull=True)),
    ("vaststellingsstap", "stap_eenmaal_per_editie", ("editie", "soort"), None),
)
GEZOCHT = (
    ("reactie", "ronde", "reactie_ronde"),
    ("onderbouwingsregel", "profiel", "onderbouwing_profiel"),
    ("doelregel", "profiel", "doel_profiel"),
    ("teamronde", "profiel", "ronde_profiel"),
    ("vaststellingsstap", "profiel", "stap_profiel"),
)


def let_editions_change(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers of editions away for as long as this migration lasts."""
    import_module("passend.profielen.migrations.0002_editie_onveranderlijk").remove_triggers(apps, schema_editor)


def keep_editions(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put them back; on SQLite they would be gone with the table that was made anew."""
    import_module("passend.profielen.migrations.0002_editie_onveranderlijk").add_triggers(apps, schema_editor)


def fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the board over from what a row hangs on; and for an edition the school year of its working copy."""
    for naam, ouder, sleutel in OUDERS:
        tabel = f"profielen_{naam}"
        schema_editor.execute(
            f"UPDATE {tabel} SET bestuur_id = "  # noqa: S608 -- names of our own
            f"(SELECT ouder.bestuur_id FROM {ouder} ouder WHERE ouder.id = {tabel}.{sleutel}_id)"
        )
    schema_editor.execute(
        "UPDATE profielen_editie SET schooljaar = (SELECT ouder.schooljaar "
        "FROM profielen_ondersteuningsprofiel ouder WHERE ouder.id = profielen_editie.profiel_id)"
    )
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or the tables cannot be altered in this transaction


def open_walls(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """On the way back: without the column no policy can hold, and a table with none shows nothing at all."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for naam, _ouder, _sleutel in OUDERS:
        if naam not in OPENBAAR:
            schema_editor.execute(f"DROP POLICY IF EXISTS eigen_bestuur ON profielen_{naam}")
            schema_editor.execute(f"ALTER TABLE profielen_{naam} NO FORCE ROW LEVEL SECURITY")
            schema_editor.execute(f"ALTER TABLE profielen_{naam} DISABLE ROW LEVEL SECURITY")


def _bestuur(naam: str, *, null: bool) -> models.ForeignKey:
    return models.ForeignKey(
        db_index=naam not in OPENBAAR,
        null=null,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="organisaties.bestuur",
    )


def _uniek(naam: str, velden: tuple[str, ...], als: Q | None) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=velden, name=naam, condition=als)


class Migration(migrations.Migration):
    """Tables of one board."""

    dependencies = (("organisaties", "0001_organisaties"), ("profielen", "0006_bevestigd_op"))

    operations = (
        migrations.RunPython(let_editions_change, keep_editions),
        *(migrations.AddField(naam, "bestuur", _bestuur(naam, null=True)) for naam, _ouder, _sleutel in OUDERS),
        migrations.AddField("editie", "schooljaar", models.CharField(max_length=9, null=True)),
        migrations.RunPython(fill, open_walls),
        *(migrations.AlterField(naam, "bestuur", _bestuur(naam, null=False)) for naam, _ouder, _sleutel in OUDERS),
        migrations.AlterField("editie", "schooljaar", models.CharField(max_length=9, verbose_name="schooljaar")),
        *(
            operatie
            for tabel, naam, velden, als in UNIEK
            for operatie in (
                migrations.RemoveConstraint(tabel, naam),
                migrations.AddConstraint(tabel, _uniek(naam, ("bestuur", *velden), als)),
            )
        ),
        # the public site looks for editions of a school without its board, and this key serves it
        migrations.RemoveConstraint("editie", "editie_uniek"),
        migrations.AddConstraint("editie", _uniek("editie_uniek", ("vestiging", "nummer", "bestuur"), None)),
        *(
            migrations.AddIndex(tabel, models.Index(fields=("bestuur", ouder), name=naam))
            for tabel, ouder, naam in GEZOCHT
        ),
        migrations.RunPython(keep_editions, let_editions_change),
    )
