"""What the tests of the editing site share: the secretary logged in, and an activity."""

import pytest

from aktivitet.models import Aktivitet, Presisjon


@pytest.fixture
def rediger(client, sekretaer):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def aktivitet(lokallag):
    return Aktivitet.objects.create(
        tittel="Åpent møte", lag=lokallag, presisjon=Presisjon.DAG, foerste_dag="2026-05-12", siste_dag="2026-05-12"
    )
