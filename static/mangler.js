/* What the report lacks: the list is read anew when something on it is settled. A form that is open is left alone, and
   then only the numbers change. Without this file each save leads back to the page. */
(function () {
  "use strict";

  const listen = () => document.getElementById("mangler");
  if (!listen()) return;

  let spoerring = 0; // the last one asked: an older answer is out of date

  async function les_paa_nytt(satt = "") {
    const denne = ++spoerring;
    let svar;
    try {
      svar = await fetch(listen().dataset.adresse, { redirect: "manual" });
      if (!svar.ok) return;
      const ny = new DOMParser().parseFromString(await svar.text(), "text/html").getElementById("mangler");
      if (ny && denne === spoerring) sett(ny, satt);
    } catch {
      // What fails to be saved is told of; that the list could not be read is not: it is as it was.
    }
  }

  function sett(ny, satt) {
    const gammel = listen();
    if (gammel.querySelector(".aapen, .htmx-request, [aria-expanded=true]")) {
      for (const tall of ny.querySelectorAll("summary, #mangler-tittel")) {
        const her = document.getElementById(tall.id);
        if (her) her.replaceChildren(...tall.childNodes);
      }
      return;
    }
    for (const del of gammel.querySelectorAll("details[open]")) {
      const samme = ny.querySelector(`#${del.id}`);
      if (samme) samme.open = true;
    }
    const her = document.activeElement;
    const rader = gammel.contains(her) ? [...etter(gammel, satt), satt] : null;
    const sto = topp(rader ? satt : her.id);
    gammel.replaceWith(ny);
    window.htmx.process(ny);
    window.htmx.trigger(ny, "htmx:load");
    // The list gets longer or shorter above what somebody writes, which stays where it is on the screen; and the next
    // row comes where the one that was set stood.
    const staar = topp(rader ? rader[0] : her.id);
    if (sto !== null && staar !== null && rader?.[0] !== satt) scrollBy({ top: staar - sto, behavior: "instant" });
    if (rader) staa_paa(rader);
  }

  function topp(id) {
    const del = id && document.getElementById(id);
    return del ? (del.closest(".mangel") || del).getBoundingClientRect().top : null;
  }

  // The rows below the one that was set, in its own group: the next of them is where the work goes on.
  function etter(gammel, satt) {
    const gruppen = gammel.querySelector(`#${satt || "mangler"}`)?.closest("ul");
    const rader = gruppen ? [...gruppen.querySelectorAll(".termin")].map((rad) => rad.id) : [];
    return rader.slice(rader.indexOf(satt) + 1);
  }

  function staa_paa(rader) {
    const rad = rader.map((id) => id && document.getElementById(id)).find(Boolean);
    const naa = rad?.querySelector(".velg") || rad?.querySelector("a.rad") || document.getElementById("mangler-tittel");
    naa.focus({ preventScroll: true });
    naa.scrollIntoView({ block: "nearest" });
  }

  function si_fra() {
    document.body.dispatchEvent(new CustomEvent("beretning:lagret", { bubbles: true, detail: {} }));
  }

  // A row that was set here, undone, or closed again.
  document.addEventListener("htmx:afterSettle", (hendelse) => {
    const rad = hendelse.detail.elt;
    if (!rad.matches(".termin:not(.aapen)") || !listen().contains(rad)) return;
    if (rad.querySelector(".lagret")) si_fra();
    les_paa_nytt(rad.id);
  });

  // One that somebody else has set.
  document.addEventListener("htmx:load", (hendelse) => {
    if (!hendelse.target.matches?.(".termin[data-nytt]") || !listen().contains(hendelse.target)) return;
    si_fra();
    les_paa_nytt();
  });

  document.addEventListener("beretning:lagret", (hendelse) => {
    if (hendelse.detail?.felt === "innledning") les_paa_nytt();
  });

  // A field that is missing lies in a box that may be folded.
  document.addEventListener("click", (hendelse) => {
    const lenke = hendelse.target.closest?.("#mangler .enkle a");
    const felt = lenke && document.getElementById(lenke.hash.slice(1));
    if (!felt) return;
    hendelse.preventDefault();
    const boks = felt.closest("details");
    if (boks) boks.open = true;
    felt.focus();
    felt.scrollIntoView({ block: "center" });
  });
})();
