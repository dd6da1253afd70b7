/* What htmx does not say by itself: that a request failed, and why. Everything works without this file too. */
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

  // Without an answer nothing was swapped, and what was written still stands in the form. `hva` went wrong; `naa` is
  // what to do about it when something was being saved.
  function siAtDetGikkGalt(hendelse, hva, naa) {
    const lagret = hendelse.detail.requestConfig.verb !== "get";
    si(lagret ? `Ikke lagret: ${hva}. ${naa}` : `${hva[0].toUpperCase()}${hva.slice(1)}. Prøv igjen.`);
  }

  const BEHOLDT = "Det du skrev, står der fortsatt. Prøv igjen.";
  document.addEventListener("htmx:sendError", (hendelse) => siAtDetGikkGalt(hendelse, "vi fikk ikke kontakt med tjenesten", BEHOLDT));
  document.addEventListener("htmx:timeout", (hendelse) => siAtDetGikkGalt(hendelse, "tjenesten svarte ikke i tide", BEHOLDT));
  document.addEventListener("htmx:responseError", (hendelse) => {
    const status = hendelse.detail.xhr.status;
    if (status === 404) siAtDetGikkGalt(hendelse, "dette finnes ikke lenger", "Kopier det du skrev, og last siden på nytt.");
    if (status >= 500 && status !== 503) siAtDetGikkGalt(hendelse, "noe gikk galt hos oss", BEHOLDT);
  });
  document.addEventListener("htmx:beforeRequest", () => { const felt = feil(); if (felt) felt.replaceChildren(); });

  // A region that is there from the start, so that a screen reader hears what is put into it later.
  const sagt = document.createElement("div");
  sagt.className = "skjult";
  sagt.setAttribute("role", "status");
  document.body.append(sagt);
  document.addEventListener("si", (hendelse) => { sagt.textContent = hendelse.detail; });

  // After a swap the keyboard stays where the person was working: the new part says with `data-fokus` where that is
  // (a field with an error goes before it), and with `data-si` what is to be said aloud. A form that closes takes its
  // height with it, so what became of it is brought back into view.
  document.addEventListener("htmx:afterSettle", (hendelse) => {
    const ny = hendelse.detail.elt;
    const finn = (merke) => (ny.matches(merke) ? ny : ny.querySelector(merke));
    const maal = finn("[aria-invalid=true]") || finn("[data-fokus]");
    if (maal) {
      (maal.querySelector("input:checked") || maal).focus({ preventScroll: true });
      (maal.closest(".felt, fieldset, .termin > *") || maal).scrollIntoView({ block: "nearest" });
    }
    const tekst = finn("[data-si]");
    if (tekst) {
      sagt.textContent = tekst.dataset.si;
      tekst.scrollIntoView({ block: "nearest" });
    }
    kanKopieres(document);
    kanAngresEttMinutt();
  });

  document.addEventListener("feil", (hendelse) => si(hendelse.detail));

  // What was just saved can be undone for a minute; then the offer goes, unless somebody stands on it. The server judges.
  const ETT_MINUTT = 60_000;
  function kanAngresEttMinutt() {
    for (const angre of document.querySelectorAll(".angre:not([data-teller])")) {
      angre.dataset.teller = "";
      setTimeout(() => { if (!angre.contains(document.activeElement)) angre.remove(); }, ETT_MINUTT);
    }
  }

  // The small links to the plan's numbers: they lead to their place, and are copied on the way where the browser can.
  function kanKopieres(del) {
    if (!navigator.clipboard) return;
    for (const lenke of del.querySelectorAll("[data-kopier]:not([title])")) {
      lenke.title = "Kopier lenken";
      const navn = lenke.firstElementChild;
      navn.textContent = navn.textContent.replace(/^Lenke/, "Kopier lenke");
    }
  }

  document.addEventListener("click", (hendelse) => {
    const lenke = hendelse.target.closest && hendelse.target.closest("[data-kopier]");
    if (!lenke || !navigator.clipboard) return;
    navigator.clipboard.writeText(lenke.href).then(() => {
      for (const forrige of document.querySelectorAll("[data-kopiert]")) delete forrige.dataset.kopiert;
      lenke.dataset.kopiert = "";
      setTimeout(() => delete lenke.dataset.kopiert, 4000);
      sagt.textContent = `Lenken er kopiert: ${lenke.getAttribute("href").slice(1)}.`;
    }, () => {});
  });
  kanKopieres(document);
  kanAngresEttMinutt();
})();
