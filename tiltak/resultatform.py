"""The form in which the secretary writes down what an election gave: seats in all, or by constituency."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.http import QueryDict

from aktivitet.felt import RensetLinje, hoeyst, versjonfelt
from aktivitet.models import EndretAvAndre

from .models import Periodemaal, Valgresultat
from .planstatus import resultatene
from .valgmaal import Kretsresultat

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

BLANKE, FLEST = 2, 40  # rows to write new constituencies in, and rows in all
FLEST_REPRESENTANTER = 999


def antallfelt(merkelapp: str, hjelp: str = "") -> forms.IntegerField:
    """Make a field for a number of seats, that may be left empty."""
    tall = f"Skriv et helt tall fra 0 til {FLEST_REPRESENTANTER}."
    return forms.IntegerField(
        label=merkelapp,
        help_text=hjelp,
        required=False,
        min_value=0,
        max_value=FLEST_REPRESENTANTER,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], tall),
    )


class ResultatForm(forms.Form):
    """One number, or a row for each constituency where the goal is for each of them.

    The rows carry the names that are written here already, or else those of earlier elections of the kind. `naa` is
    what is stored when somebody saved meanwhile: the form then has both, and sent again it is saved on top knowingly.
    """

    versjon = versjonfelt()

    def __init__(self, data: Any = None, *, maal: Periodemaal):
        super().__init__(data, initial={"versjon": maal.versjon}, label_suffix="")
        self.maal = maal
        self.naa: list[Kretsresultat] | None = None
        foert = resultatene(maal)
        if not maal.per_valgkrets:
            self.fields["antall"] = antallfelt("Antall valgt", "Tomt tar resultatet bort.")
            self.initial["antall"] = sum(ett.antall for ett in foert) if foert else None
            return
        kjente = [ett for ett in foert if ett.krets]
        kjente_navn = [ett.krets for ett in kjente] or Valgresultat.objects.kjente_kretser(maal.valg)
        self.antall_rader = self._sendte_rader() or min(len(kjente_navn) + BLANKE, FLEST)
        for nr in range(self.antall_rader):
            self.fields[f"krets-{nr}"] = RensetLinje(label="Valgkrets", required=False, validators=[hoeyst(60)])
            self.fields[f"antall-{nr}"] = antallfelt("Antall valgt")
        self.initial.update({f"krets-{nr}": navn for nr, navn in enumerate(kjente_navn)})
        self.initial.update({f"antall-{nr}": ett.antall for nr, ett in enumerate(kjente)})

    @property
    def rader(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows, each with its name and its number."""
        return [(self[f"krets-{nr}"], self[f"antall-{nr}"]) for nr in range(self.antall_rader)]

    def clean(self) -> dict[str, Any]:
        """Gather the rows that something was written in. One half without the other is asked for, and a name twice.

        Left out, a constituency would make the goal look reached in each of them. Names alone are no result.
        """
        rent = super().clean() or self.cleaned_data
        if not self.maal.per_valgkrets:
            antall = rent.get("antall")
            rent["resultater"] = {} if antall is None else {"": antall}
            return rent
        resultater: dict[str, int] = {}
        er_foert = any(rent.get(f"antall-{nr}") is not None for nr in range(self.antall_rader))
        for nr in range(self.antall_rader):
            krets, antall = rent.get(f"krets-{nr}", ""), rent.get(f"antall-{nr}")
            if antall is not None and not krets and f"krets-{nr}" not in self.errors:
                self.add_error(f"krets-{nr}", "Skriv navnet på valgkretsen.")
            elif krets.casefold() in (navn.casefold() for navn in resultater):
                self.add_error(f"krets-{nr}", "Valgkretsen står to ganger. Fjern den ene.")
            elif krets and antall is None and er_foert and f"antall-{nr}" not in self.errors:
                self.add_error(f"antall-{nr}", "Skriv hvor mange, 0 hvis ingen ble valgt. Eller fjern valgkretsen.")
            elif antall is not None and krets:
                resultater[krets] = antall
        rent["resultater"] = resultater
        return rent

    def lagre(self, av: "Bruker") -> bool:
        """Save. False when somebody else saved since the form was read."""
        try:
            Valgresultat.objects.foer(
                self.maal, self.cleaned_data["resultater"], av=av, versjon=self.cleaned_data["versjon"]
            )
        except EndretAvAndre as endret:
            naa = cast(Periodemaal, endret.naa)
            self.naa = resultatene(naa)
            data = QueryDict(mutable=True)
            data.update(self.data)
            data["versjon"] = str(naa.versjon)
            self.data = data
            return False
        return True

    def _sendte_rader(self) -> int:
        """How many rows came back with the form: as many as were shown, whatever is known by now."""
        nr = 0
        while nr < FLEST and f"krets-{nr}" in self.data:
            nr += 1
        return nr
