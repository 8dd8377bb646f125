"""resume.yaml: the plan in short, for everybody. Its facts stand in helhedsplan.yaml."""

from __future__ import annotations

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt
from generator.plan.model.helhedsplan import Status


class Resume(Model):
    """Words of the plan about itself, beside its facts; a section without a text is left out."""

    status: Status | None = felt("Kun hvis resuméets status er en anden end planens.", "udkast", styrer=True)
    plan_nummer: int | None = felt("Hvilken helhedsplan i rækken det er på stedet.", "3")
    fundament: Prosa | None = felt("Hvad samarbejdet bygger på.")
    organisering: Prosa | None = felt("Hvordan planen ledes, fortalt til dem, den er for.")
    afsæt: Prosa | None = felt("Hvad der kendetegner boligområderne, og hvem planen er for.")
    indsatsområder: dict[str, Prosa] = felt(
        "Et afsnit om delaftalen for hvert valgt indsatsområde.", "{beskæftigelse: Flere skal i arbejde.}", {}
    )
    gennemførelse: Prosa | None = felt("Hvem der fører planen ud i livet, og hvem de samarbejder med.")
    accepter: tuple[Accept, ...] = accepter()
