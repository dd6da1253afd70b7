/* The preview follows what is saved: it asks for the draft's pages anew, waits while they are made, and turns to the
   place that somebody writes in. A sheet that is looked at stays until its new picture can be drawn: nothing goes blank.

   The part with the writing says `beretning:lagret` on the page's body when something is saved, and marks with
   `data-maal` what belongs to a place in the PDF: `data-maal="mal-1.1"`. */
(function () {
  "use strict";

  const rute = document.querySelector("[data-forhaandsvisning]");
  if (!rute) return;
  const adresse = rute.dataset.forhaandsvisning;
  const rull = rute.querySelector("[data-rull]"); // what scrolls beside the writing; on a page of its own the page does
  const ROLIG = 1_000; // nothing more has been saved for so long
  const SENEST = 5_000; // after the first of many saves
  const HVERT = 1_000; // between two questions while it is being made
  const LENGST = 30_000; // and while nobody answers
  const PUST = 40; // px above a heading that is turned to
  const utenBevegelse = matchMedia("(prefers-reduced-motion: reduce)");

  let teller = 0;
  let spoer_naa = false;
  let stanset = false;
  let foreldet = rull ? Date.now() : 0; // since when there may be newer pages than those that were asked for
  let pause = HVERT;
  let hvor = ""; // where somebody writes

  const sidene = () => rute.querySelector("[data-sidene]");
  const venter = () => sidene().dataset.venter || "";
  const vises = () => !document.hidden && sidene().getClientRects().length > 0;

  function om(tid) {
    clearTimeout(teller);
    teller = setTimeout(spoer, tid);
  }

  async function spoer() {
    clearTimeout(teller);
    if (stanset || spoer_naa || !vises() || !(foreldet || venter())) return;
    spoer_naa = true;
    const siden = foreldet;
    foreldet = 0;
    try {
      // With fetch and not htmx: a login that has run out must not take the page away from what is being written.
      const svar = await fetch(siden ? adresse : `${adresse}?venter=${venter()}`, { redirect: "manual" });
      if (svar.type === "opaqueredirect") return slutt("Du er logget ut. Det du ser her, følger ikke lenger med.");
      if (svar.status === 403 || svar.status === 404) return slutt("Det du ser her, følger ikke lenger med. Last siden på nytt.");
      if (!svar.ok) throw new Error(`${svar.status}`);
      if (svar.status === 200) ta_imot(await svar.text());
      pause = HVERT;
    } catch {
      foreldet ||= siden;
      pause = Math.min(pause * 2, LENGST);
      si("Forhåndsvisningen svarer ikke. Prøver igjen.");
      om(pause);
      return;
    } finally {
      spoer_naa = false;
    }
    if (foreldet || venter()) om(pause);
  }

  function ta_imot(html) {
    const nye = document.importNode(new DOMParser().parseFromString(html, "text/html").querySelector("[data-sidene]"), true);
    const gamle = [...sidene().querySelectorAll("img")];
    const lastes = [];
    [...nye.querySelectorAll("img")].forEach((ny, i) => {
      const gammel = gamle[i];
      const samme = gammel && gammel.src === ny.src;
      if (!samme && !(gammel && ses(gammel))) return;
      if (!samme) lastes.push([ny.parentNode, ny]);
      ny.replaceWith(gammel);
    });
    sidene().replaceWith(nye);
    for (const [ark, ny] of lastes) bytt_naar_det_er_klart(ark, ny);
    if (!gamle.length) vis(hvor);
  }

  function ses(bilde) {
    const { top, bottom } = bilde.getBoundingClientRect();
    return bilde.naturalWidth > 0 && bottom > 0 && top < innerHeight;
  }

  // Newer pages still may have come meanwhile: then this sheet is gone from the page, and its picture is not wanted.
  function bytt_naar_det_er_klart(ark, ny) {
    const bytt = () => { if (ark.isConnected) ark.querySelector("img").replaceWith(ny); };
    ny.loading = "eager";
    ny.decode().then(bytt, bytt);
  }

  // --- Where somebody writes ----------------------------------------------------------------------------------------

  function vis(navn) {
    if (!rull || !navn) return;
    for (const ark of sidene().querySelectorAll("[data-steder]")) {
      const sted = ark.dataset.steder.split(" ").find((ett) => ett.replace(/:\d+$/, "") === navn);
      if (!sted) continue;
      const ned = ark.offsetTop + (ark.offsetHeight * Number(sted.split(":").pop())) / 1000;
      const i_syne = ned > rull.scrollTop + PUST && ned < rull.scrollTop + rull.clientHeight * 0.7;
      if (!i_syne) rull.scrollTo({ top: ned - PUST, behavior: utenBevegelse.matches ? "instant" : "smooth" });
      return;
    }
  }

  document.addEventListener("focusin", (hendelse) => {
    const sted = hendelse.target.closest("[data-maal]");
    if (!sted || sted.dataset.maal === hvor) return;
    hvor = sted.dataset.maal;
    vis(hvor);
  });

  // --- What is told in the pane -------------------------------------------------------------------------------------

  function slutt(tekst) {
    stanset = true;
    si(tekst);
  }

  function si(tekst) {
    const stand = document.createElement("p");
    stand.className = "stand";
    stand.setAttribute("role", "status");
    stand.textContent = tekst;
    const foer = rute.querySelector(".stand");
    if (foer) foer.replaceWith(stand);
    else sidene().prepend(stand);
  }

  // Without leaving what is being written.
  rute.addEventListener("submit", async (hendelse) => {
    hendelse.preventDefault();
    const skjema = hendelse.target;
    const sendt = new FormData(skjema);
    si("Prøver igjen …");
    foreldet = Date.now();
    try {
      await fetch(skjema.action, { method: "POST", body: sendt, redirect: "manual" });
    } finally {
      spoer();
    }
  });

  document.body.addEventListener("beretning:lagret", () => {
    foreldet ||= Date.now();
    om(Math.max(0, Math.min(ROLIG, foreldet + SENEST - Date.now())));
  });
  document.addEventListener("visibilitychange", spoer);
  addEventListener("resize", spoer);
  if (rull) spoer();
  else om(HVERT);
})();
