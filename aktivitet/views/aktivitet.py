"""One activity, to those who may see it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Aktivitet


@login_not_required
@require_safe
def aktivitet(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of one activity. What one may not see is not there."""
    synlige = Aktivitet.objects.synlige_for(request.user).select_related("lag")
    aktiviteten = get_object_or_404(synlige, pk=pk)
    kontekst = {
        "aktivitet": aktiviteten,
        "kan_redigere": aktiviteten.kan_redigeres_av(request.user),
        "i_dag": timezone.localdate(),
    }
    return render(request, "aktivitet/aktivitet.html", kontekst)
