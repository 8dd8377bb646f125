"""strategisk-samarbejdsaftale.yaml: the agreement that all parties sign."""

from __future__ import annotations

from typing import Literal

from generator.plan.model.base import (
    Accept,
    Led,
    Mangel,
    Model,
    Prosa,
    ProsaIAfsnit,
    accepter,
    felt,
    krævet,
)
from generator.plan.model.helhedsplan import Status
from generator.plan.model.maal import Måling, Områdeværdi
from generator.plan.model.values import Linje
from generator.plan.model.versioner import Version, versioner


class Bilag(Model):
    """The state of an annex that the form requires, where it is made elsewhere than in the plan's files."""

    bilag: Linje = krævet("Bilagets nøgle i formularen.", "organisationsdiagram", styrer=True)
    status: Literal["vedlagt", "eftersendes", "mangler"] | None = felt(
        "Hvor bilaget er; kun hvis det laves et andet sted end i planens filer.", "vedlagt", styrer=True
    )
    note: Linje | None = felt("Hvorfor bilaget mangler, eller hvad det hedder.", "sendes i marts")


class EgetBilag(Model):
    """An annex that the parties add to those that the form requires."""

    navn: Linje = krævet("Bilagets navn, som det skal stå i aftalen.", "Bilaget NN")
    status: Literal["vedlagt", "eftersendes", "mangler"] = krævet("Hvor bilaget er.", "vedlagt")
    note: Linje | None = felt("Hvorfor bilaget mangler, eller hvad det hedder.", "sendes i marts")


class Kriterievurdering(Model):
    """Assessment of the areas by one of the criteria for an exposed area."""

    kriterium: Linje = krævet("Kriteriets nøgle i formularen.", "arbejdsmarked", styrer=True)
    vurdering: Prosa | None = felt("Hvordan områderne ligger.")
    kilde: Linje | None = felt("Hvor tallene kommer fra.", "Kilden NN, 2025")


class Nøgletal(Model):
    """A row of figures that describe the areas."""

    nøgletal: Linje = krævet("Hvad der er talt.", "Beboere under 18 år")
    områder: dict[str, Områdeværdi] = felt("Tallet for hvert boligområde.", "{Området NN: 12}", {})


class Data(Model):
    """The table that describes the areas."""

    tabel: tuple[Nøgletal, ...] = felt("Rækkerne i tabellen.", default=())
    mangel: Mangel | None = felt("Hvorfor tabellen mangler.", "{mangler: Tabellen findes ikke i kilden.}")
    kilde: Linje | None = felt("Kildeanvisning.", "Kilden NN, 2025")


class Kriterier(Model):
    """The areas held against the criteria."""

    vurderinger: tuple[Kriterievurdering, ...] = felt("En vurdering for hvert kriterium.", default=())
    sammenfatning: Prosa | None = felt("Hvad vurderingerne viser under ét.")


class Problemkompleks(Model):
    """Section 3: the areas, their residents and their problems."""

    hovedudfordringer: ProsaIAfsnit | None = felt(
        "Hvad der kendetegner områderne. Kan deles i afsnit med hver sin overskrift."
    )
    kriterier: Kriterier | None = felt("Områderne holdt op mod kriterierne for udsatte boligområder.")
    data: Data | None = felt("Tal, der kendetegner områderne.")
    indsatsområder: dict[str, ProsaIAfsnit] = felt(
        "Et afsnit for hvert valgt område. Kan deles i flere med hver sin overskrift.",
        "{beskæftigelse: Mange står uden arbejde.}", {},
    )  # fmt: skip
    samlet_indsats: ProsaIAfsnit | None = felt(
        "Hvordan indsatserne hænger sammen. Kan deles i afsnit med hver sin overskrift."
    )


class OverordnetMål(Model):
    """An overall goal, which a delaftale refers to."""

    mål: Linje = krævet("Det overordnede mål.", "Flere unge får en uddannelse")
    indikator: Linje | None = felt("Hvad det følges med.", "Andel af unge i uddannelse")


class IndsatsområdeAfsnit(Model):
    """Section of the agreement on one area of effort."""

    formål: Led | None = felt("Formålet med indsatsområdet, et led ad gangen.", "[at forebygge isolation]")
    målinger: tuple[Måling, ...] = felt("Lokalt opstillede målinger.", default=())
    overordnede_mål: tuple[OverordnetMål, ...] = felt("Overordnede mål.", default=())


class Tiltag(Model):
    """A measure by others in one of the areas."""

    tiltag: Linje = krævet("Tiltaget.", "Byfysisk helhedsplan")
    områder: tuple[Linje, ...] = felt("Boligområderne, det finder sted i.", "[Området NN]", ())
    periode: Linje | None = felt("Hvornår.", "til og med 2018")


class Samspil(Model):
    """Section 8: what else goes on in the areas."""

    tekst: Prosa | None = felt("Samspillet med andre tiltag.")
    tiltag: tuple[Tiltag, ...] = felt("Tiltagene som en tabel.", default=())


class StrategiskSamarbejdsaftale(Model):
    """The strategic agreement: what is its own; the rest comes from helhedsplan.yaml."""

    status: Status | None = felt(
        "Kun hvis aftalens status er en anden end planens.", "udkast", styrer=True
    )
    indledning: Prosa | None = felt("En indledning på forsiden, ud over periode og sekretariat.")
    bilag: tuple[Bilag, ...] = felt(
        "De krævede bilag, som laves et andet sted, og hvor de er. Resten tager listen af planens filer.",
        default=(),
    )
    egne_bilag: tuple[EgetBilag, ...] = felt("Bilag ud over dem, som formularen kræver.", default=())
    formål: Led | None = felt("Formål med indsatsen, et led ad gangen.", "[at styrke trygheden]")
    organisering: Prosa | None = felt("Om organiseringen, ud over bestyrelse, grupper og sekretariat.")
    problemkompleks: Problemkompleks | None = felt("Områdernes problemer, beboere og tryghed.")
    indsatsområder: dict[str, IndsatsområdeAfsnit] = felt("Et afsnit for hvert valgt område.", default={})
    lokal_evaluering: Prosa | None = felt("Hvem der evaluerer, hvornår, og hvem der får resultatet.")
    samspil: Samspil | None = felt("Andre tiltag i områderne.")
    underretning: Prosa | None = felt("Hvem der underretter hvem.")
    konflikthåndtering: Prosa | None = felt("Hvordan konflikter løses, trin for trin.")
    revision: Prosa | None = felt("Om revision, ud over Landsbyggefondens godkendelse.")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()
