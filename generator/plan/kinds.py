"""The kinds of documents that a plan has, each declared once; everything else asks the entry.

A kind is three files: its model in plan/model/, its template in each round, and its entry here (kind.py says
what stands in one).
"""

from __future__ import annotations

from functools import lru_cache

from generator.plan.kind import Body as Body
from generator.plan.kind import Count as Count
from generator.plan.kind import DocumentKind as DocumentKind
from generator.plan.kind import FileKind as FileKind

_MODELS = "generator.plan.model"
_THE_REST = "Planens fælles oplysninger står i helhedsplan.yaml."

HELHEDSPLAN = FileKind(
    "helhedsplan", f"{_MODELS}.helhedsplan:Helhedsplan", "Det, som alle planens dokumenter er fælles om."
)
"""The file that all documents of a plan share. It is no document itself."""

FORM = FileKind(
    "form", f"{_MODELS}.form:Form",
    "En bevillingsrunde: dens indsatsområder, bilag, grænser og krævede felter.",
)  # fmt: skip
"""The facts of a funding round."""

DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(
        name="strategisk-samarbejdsaftale",
        model_name=f"{_MODELS}.strategisk:StrategiskSamarbejdsaftale",
        title="Strategisk samarbejdsaftale",
        definite="den strategiske samarbejdsaftale",
        also_called=(
            "strategisk aftale", "strategiske aftale", "samarbejdsaftale", "samarbejdsaftalen",
            "partnerskabsaftale", "helhedsplansaftale", "aftale om en boligsocial helhedsplan",
        ),
        about=f"Den strategiske samarbejdsaftale. {_THE_REST}",
        signed=True,
        approved_by=Body.FUND,
        includes_shared=True,
        rhythm_in="lokal_evaluering",
        accepts={"regel": "K3", "sted": "problemkompleks", "begrundelse": "Det står i ansøgningen."},
    ),
    DocumentKind(
        name="delaftale",
        model_name=f"{_MODELS}.delaftale:Delaftale",
        title="Delaftale",
        definite="delaftalen",
        plural="delaftaler",
        also_called=("delaftalen",),
        about=f"Delaftalen for ét indsatsområde. {_THE_REST}",
        count=Count.EACH_AREA,
        key="indsatsområde",
        approved_by=Body.BOARD,
        annex="delaftaler",
        rhythm_in="revision",
        accepts={
            "regel": "D5", "sted": "delmål[1].baseline", "begrundelse": "Det måles kun i ét område.",
        },
    ),
    DocumentKind(
        name="organisationsdiagram",
        model_name=f"{_MODELS}.organisationsdiagram:Organisationsdiagram",
        title="Organisationsdiagram",
        definite="organisationsdiagrammet",
        also_called=("organisationsplan",),
        about=f"Tegningen af organisationen, ud over det, som planen selv giver. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        approved_by=Body.FUND,
        annex="organisationsdiagram",
        accepts={"regel": "K2", "sted": "note", "begrundelse": "Det er et citat."},
    ),
    DocumentKind(
        name="beredskabsplan",
        model_name=f"{_MODELS}.beredskabsplan:Beredskabsplan",
        title="Beredskabsplan",
        definite="beredskabsplanen",
        also_called=("beredskab",),
        about=f"Hvem der gør hvad, når der er uro i et boligområde. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        approved_by=Body.BOARD,
        annex="beredskabsplan",
        rhythm_in="revision",
        roles_only=True,
        accepts={"regel": "R3", "sted": "revision", "begrundelse": "Den ses efter ved hver hændelse."},
    ),
    DocumentKind(
        name="milepaelsplan",
        model_name=f"{_MODELS}.milepaelsplan:Milepælsplan",
        title="Milepælsplan",
        definite="milepælsplanen",
        also_called=("milepæle", "tidsplan", "tids og handleplan"),
        about=f"Hvad der skal være nået hvornår, projektår for projektår. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        approved_by=Body.BOARD,
        annex="milepælsplan",
        accepts={"regel": "P6", "sted": "gentagne[1].hver", "begrundelse": "Det første år mødes de oftere."},
    ),
    DocumentKind(
        name="budget",
        model_name=f"{_MODELS}.budgetbilag:Budgetbilag",
        title="Budget",
        definite="budgettet",
        also_called=("budgettet", "budgetskema", "økonomi"),
        about=f"Budgettet i fuld længde, år for år. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        approved_by=Body.FUND,
        annex="budget",
        sheet="budget",
        accepts={"regel": "H3", "sted": "poster[1].antal", "begrundelse": "Satsen er et gennemsnit."},
    ),
    DocumentKind(
        name="aktivitetsskema",
        model_name=f"{_MODELS}.aktivitetsskemabilag:Aktivitetsskemabilag",
        title="Aktivitetsskema",
        definite="aktivitetsskemaet",
        also_called=("aktivitetsskemaer", "aktivitetsoversigt", "aktivitetsplan"),
        about="Aktivitetsskemaet med aktiviteterne fra alle delaftaler. De står i delaftalerne.",
        count=Count.AT_MOST_ONE,
        approved_by=Body.BOARD,
        annex="aktivitetsskema",
        sheet="activities",
        accepts={"regel": "K2", "sted": "note", "begrundelse": "Det er et citat."},
    ),
    DocumentKind(
        name="maalinger",
        model_name=f"{_MODELS}.maalinger:Målinger",
        title="Målinger",
        definite="bilaget med målinger",
        also_called=("målepunkter", "baselinemåling", "startmåling"),
        about="De centralt genererede målinger, som delaftalernes baselines kan henvise til.",
        count=Count.AT_MOST_ONE,
        annex="målinger",
        accepts={
            "regel": "D5", "sted": "målepunkter[1].år.2025.områder",
            "begrundelse": "Det opgøres kun for to områder.",
        },
    ),
    DocumentKind(
        name="kommissorium",
        model_name=f"{_MODELS}.kommissorium:Kommissorium",
        title="Kommissorium",
        definite="kommissoriet",
        plural="kommissorier",
        also_called=("kommissoriet", "forretningsorden"),
        about="Kommissoriet for bestyrelsen eller for en gruppe. Medlemmer, møder og sekretariat står i "
              "helhedsplan.yaml.",
        count=Count.ANY,
        key="gruppe",
        approved_by=Body.BOARD,
        annex="kommissorium",
        accepts={"regel": "O4", "sted": "gruppe", "begrundelse": "Det vedlægges, når det er vedtaget."},
    ),
    DocumentKind(
        name="resume",
        model_name=f"{_MODELS}.resume:Resume",
        title="Resumé",
        definite="resuméet",
        also_called=("resume", "sammenfatning"),
        about=f"Planen i korte træk, til alle. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        for_web=True,
        accepts={"regel": "K2", "sted": "afsæt", "begrundelse": "Ordet er citeret."},
    ),
    DocumentKind(
        name="forord",
        model_name=f"{_MODELS}.forord:Forord",
        title="Forord",
        definite="forordet",
        about=f"Forordet til planen. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        for_web=True,
        accepts={"regel": "K2", "sted": "tekst", "begrundelse": "Ordet er citeret."},
    ),
    DocumentKind(
        name="aarsstatus",
        model_name=f"{_MODELS}.aarsstatus:Årsstatus",
        title="Årlig status",
        definite="den årlige status",
        plural="årlige statusser",
        also_called=("årsstatus", "statusrapport", "årsrapport"),
        about="Årets status til Landsbyggefonden. Det, der gøres status over, står i delaftaler og budget.",
        count=Count.ANY,
        key="år",
        reports_on="delaftale",
        accepts={"regel": "D5", "sted": "indikatorer[1].nu", "begrundelse": "Det måles kun i ét område."},
    ),
    DocumentKind(
        name="ansoegning",
        model_name=f"{_MODELS}.ansoegning:Ansøgning",
        title="Ansøgning",
        definite="ansøgningen",
        also_called=("ansøgning om støtte", "ansøgningsskema"),
        about=f"Ansøgningen, som går forud for aftalen. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        approved_by=Body.FUND,
        is_packed=False,
        accepts={"regel": "K2", "sted": "problembeskrivelse", "begrundelse": "Ordet står i et citat."},
    ),
)  # fmt: skip
"""Every kind of document, in the order in which a plan's documents stand."""


def files() -> tuple[FileKind, ...]:
    """Every kind of file, in the order in which people are told of them."""
    return (HELHEDSPLAN, *DOCUMENTS, FORM)


def asked_for() -> dict[str, DocumentKind]:
    """The kinds that a new plan has only where they are asked for, by name."""
    return {kind.name: kind for kind in DOCUMENTS if kind.count in (Count.AT_MOST_ONE, Count.ANY)}


@lru_cache(maxsize=1024)
def of_file(file_name: str) -> DocumentKind | None:
    """The kind of document that a file of that name holds; None where it is none of a plan's documents."""
    return next((kind for kind in DOCUMENTS if kind.has_file(file_name)), None)
