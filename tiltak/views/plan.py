"""To be written."""

from django.http import HttpRequest, HttpResponse


def gjeldende(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse: ...
def en_plan(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse: ...
