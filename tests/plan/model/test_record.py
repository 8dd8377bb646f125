"""What every model is: a value that cannot be changed, and that is what it says."""

from __future__ import annotations

import pickle

import pytest

from generator.plan.model.base import Mangel
from generator.plan.model.maal import Baseline
from generator.plan.model.reader import model_of
from generator.plan.model.versioner import Version


def test_a_model_cannot_be_changed() -> None:
    mangel = Mangel(mangler="siden")
    with pytest.raises(AttributeError, match="Mangel is frozen: mangler"):
        mangel.mangler = "en anden"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del mangel.mangler
    assert mangel.mangler == "siden"


def test_models_are_the_same_that_say_the_same_written_or_by_default() -> None:
    assert Mangel(mangler="siden") == Mangel(mangler="siden", tekst=None)
    assert hash(Mangel(mangler="siden")) == hash(Mangel(mangler="siden", tekst=None))
    assert Mangel(mangler="siden") != Mangel(mangler="bilaget")
    assert model_of(Baseline, {}) != ()


def test_a_model_says_which_keys_it_was_given_also_when_it_has_travelled() -> None:
    mangel: Mangel = pickle.loads(pickle.dumps(Mangel(mangler="siden")))
    assert (mangel, [*mangel.given]) == (Mangel(mangler="siden"), ["mangler"])


def test_a_field_that_is_not_there_and_one_that_is_missing_are_faults_of_ours() -> None:
    with pytest.raises(TypeError, match="Mangel has no field dato"):
        Mangel(mangler="siden", dato="1.4.2017")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Version lacks nummer"):
        Version()
