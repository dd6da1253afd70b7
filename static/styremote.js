/* The board's meeting by keyboard: one point in focus at a time, and what has been set since the page was opened.
   Without this file the page is a long one with links. Letters are left alone: they belong to whoever speaks to the
   machine (WCAG 2.1.4). */
(function () {
  "use strict";

  const bar = document.getElementById("blabar");
  const punktene = [...document.querySelectorAll(".punkt")];
  if (!bar || !punktene.length) return;
  const hvor = bar.querySelector("[data-hvor]");
  const hvilkenListe = bar.querySelector("[data-hvilken]");
  const si = (tekst) => { bar.querySelector("[data-si-her]").textContent = tekst; };
  const rolig = matchMedia("(prefers-reduced-motion: reduce)");
  let naa = null;

  function staaPaa(punkt) {
    if (!punkt || punkt === naa) return;
    if (naa) naa.removeAttribute("aria-current");
    naa = punkt;
    naa.setAttribute("aria-current", "true");
    hvor.textContent = naa.querySelector(".plass").textContent;
    hvilkenListe.textContent = naa.closest("[data-liste]").dataset.liste;
    si("");
    history.replaceState(null, "", `#${naa.id}`); // loaded again, the page begins here
  }

  function gaaTil(punkt) {
    if (!punkt) return;
    staaPaa(punkt);
    punkt.focus({ preventScroll: true });
    vis(punkt);
  }

  function vis(punkt) {
    const hoey = punkt.offsetHeight > innerHeight - bar.offsetHeight;
    punkt.scrollIntoView({ block: hoey ? "start" : "center", behavior: rolig.matches ? "instant" : "smooth" });
  }

  function bla(steg) {
    const her = punktene.indexOf(naa);
    gaaTil(her < 0 ? punktene[steg > 0 ? 0 : punktene.length - 1] : punktene[her + steg]);
  }

  // --- Keys: arrows, and the page keys that a remote control sends -------------------------------------------------

  const STEG = { ArrowDown: 1, ArrowRight: 1, PageDown: 1, ArrowUp: -1, ArrowLeft: -1, PageUp: -1 };
  const SKRIVER = "input, textarea, select, [contenteditable], [role=menu], form.statusform";

  // What is taller than the window is read to its end first: then the key scrolls, as it does on any page.
  function harMer(steg) {
    if (!naa) return false;
    const { top, bottom } = naa.getBoundingClientRect();
    const synlig = bottom > 0 && top < innerHeight;
    return synlig && (steg > 0 ? bottom > bar.getBoundingClientRect().top + 1 : top < -1);
  }

  document.addEventListener("keydown", (hendelse) => {
    if (hendelse.defaultPrevented || hendelse.altKey || hendelse.ctrlKey || hendelse.metaKey || hendelse.shiftKey) return;
    const her = hendelse.target;
    if (hendelse.key === "Escape") lukk();
    if (her.closest(SKRIVER)) return;
    if (hendelse.key === "Enter" && her === naa) {
      hendelse.preventDefault();
      aapne();
    }
    const steg = STEG[hendelse.key];
    if (!steg || (!hendelse.key.endsWith("Left") && !hendelse.key.endsWith("Right") && harMer(steg))) return;
    hendelse.preventDefault();
    bla(steg);
  });

  // A form that opens may need the whole window: its point is shown from the top, after app.js has moved the focus.
  document.addEventListener("htmx:afterSettle", (hendelse) => {
    const punkt = hendelse.detail.elt.querySelector("form.statusform") && hendelse.detail.elt.closest(".punkt");
    if (punkt) setTimeout(() => vis(punkt));
  });

  function aapne() {
    const maal = naa.querySelector("form.statusform") || naa.querySelector(".termin a.rad, .videre");
    if (!maal) return;
    if (maal.matches("form")) maal.querySelector("input:checked, [data-fokus]").focus();
    else maal.click();
  }

  let advart = null; // the form that has been spoken for
  // Words that are not saved are not lost by one key: the first Esc says so, the second closes.
  function lukk() {
    const skjema = (document.activeElement.closest(".punkt") || naa || document).querySelector("form.statusform");
    if (!skjema) return;
    const skrevet = [...skjema.querySelectorAll("textarea, input[type=date], input[type=text]")].some(
      (felt) => felt.value !== felt.defaultValue,
    );
    if (skrevet && advart !== skjema) {
      advart = skjema;
      si("Det du skrev, er ikke lagret. Trykk Esc en gang til for å lukke uten å lagre.");
      return;
    }
    si("");
    const adresse = skjema.querySelector(".handlinger a").getAttribute("hx-get");
    window.htmx.ajax("GET", adresse, { target: skjema.getAttribute("hx-target"), swap: "outerHTML" });
  }

  bar.addEventListener("click", (hendelse) => {
    const knapp = hendelse.target.closest("[data-bla]");
    if (knapp) bla(Number(knapp.dataset.bla));
  });
  document.addEventListener("focusin", (hendelse) => staaPaa(hendelse.target.closest(".punkt")));

  // --- What has been set since the page was opened: it stays where it is, and says so ------------------------------

  // What a row says of its termin: the status and the words, without what is there for a minute only, and whatever the
  // row is made to look like.
  function ordene(rad) {
    const deler = [rad.querySelector(".status"), ...rad.querySelectorAll(".om > :not(.hvilken, .lagret, .ikke-angret, .angre, .leggtil)")];
    return deler.map((del) => (del ? del.textContent.replace(/\s+/g, " ").trim() : "")).join(" ");
  }

  const radene = () => document.querySelectorAll(".punkt .termin");
  const sto = new Map([...radene()].map((rad) => [rad.id, ordene(rad)]));

  function merkDetSomErSatt() {
    for (const punkt of punktene) {
      const satt = [...punkt.querySelectorAll(".termin:not(:has(form.statusform))")].some((rad) => sto.get(rad.id) !== ordene(rad));
      punkt.toggleAttribute("data-satt", satt);
    }
  }

  new MutationObserver(merkDetSomErSatt).observe(document.getElementById("innhold"), { childList: true, subtree: true });

  // --- The text for the minutes ------------------------------------------------------------------------------------

  const kopier = document.querySelector("[data-kopier-fra]");
  if (kopier && navigator.clipboard) {
    kopier.hidden = false;
    kopier.addEventListener("click", () => {
      navigator.clipboard.writeText(document.getElementById(kopier.dataset.kopierFra).value).then(
        () => si("Teksten er kopiert."),
        () => si("Nettleseren kopierte ikke. Åpne teksten, og kopier den selv."),
      );
    });
  }

  bar.hidden = false;
  const fraAdressen = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".punkt");
  addEventListener("hashchange", () => gaaTil(fraAdressen()));
  if (fraAdressen()) gaaTil(fraAdressen());
})();
