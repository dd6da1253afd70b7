/* What htmx does not say by itself: that a save failed, and why. Everything works without this file too. */
(function () {
  "use strict";

  const feil = () => document.getElementById("feil");

  function si(tekst) {
    const felt = feil();
    if (!felt) return;
    felt.replaceChildren();
    const avsnitt = document.createElement("p");
    avsnitt.textContent = tekst;
    felt.append(avsnitt);
    felt.scrollIntoView({ block: "nearest" });
  }

  // Without an answer nothing was swapped, and what was written still stands in the form.
  document.addEventListener("htmx:sendError", () => si("Ikke lagret: vi fikk ikke kontakt med tjenesten. Det du skrev, står der fortsatt. Prøv igjen."));
  document.addEventListener("htmx:timeout", () => si("Ikke lagret: tjenesten svarte ikke i tide. Det du skrev, står der fortsatt. Prøv igjen."));
  document.addEventListener("htmx:responseError", (hendelse) => {
    if (hendelse.detail.xhr.status >= 500 || hendelse.detail.xhr.status === 404) {
      si("Ikke lagret: noe gikk galt hos oss. Det du skrev, står der fortsatt. Prøv igjen om litt.");
    }
  });
  document.addEventListener("htmx:beforeRequest", () => { const felt = feil(); if (felt) felt.replaceChildren(); });

  // After a swap the keyboard stays where the person was working: the new part says with `data-fokus` where that is.
  document.addEventListener("htmx:afterSettle", (hendelse) => {
    const maal = hendelse.detail.elt.querySelector("[data-fokus]");
    if (maal) maal.focus({ preventScroll: true });
  });
})();
