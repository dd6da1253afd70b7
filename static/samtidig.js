/* A page that is left open follows what others save: it asks every few seconds, and is mostly answered "nothing new". */
(function () {
  "use strict";

  const HVERT = 5_000;
  const LENGST = 60_000; // between two questions while nobody answers
  const merke = document.getElementById("samtidig");
  if (!merke) return;

  const siden = location.pathname + location.search; // without the place on it: a link there would not read it again
  let etter = "";
  let etag = "";
  let pause = HVERT;
  let teller = 0;
  let spoer_naa = false;
  const venter = new Map(); // what came for a place that somebody stands in, by its id

  const si = (tekst) => document.dispatchEvent(new CustomEvent("si", { detail: tekst }));

  function igjen() {
    clearTimeout(teller);
    teller = setTimeout(spoer, pause);
  }

  async function spoer() {
    clearTimeout(teller);
    sett_ventende();
    // Asked again when the page is looked at, or the net is back.
    if (spoer_naa || document.hidden || !navigator.onLine) return;
    spoer_naa = true;
    try {
      const svar = await fetch(merke.dataset.adresse + (etter && `&etter=${etter}`), {
        headers: etag ? { "If-None-Match": etag } : {},
        redirect: "manual",
      });
      if (svar.type === "opaqueredirect") return slutt("Du er logget ut. Det du ser her, følger ikke lenger med.", innlogging());
      if (svar.status === 403 || svar.status === 404) return slutt("Det du ser her, følger ikke lenger med.", siden, "Last siden på nytt");
      pause = svar.ok || svar.status === 304 ? HVERT : Math.min(pause * 2, LENGST);
      if (svar.status === 200) {
        ta_imot(await svar.text());
        etag = svar.headers.get("ETag") || "";
      }
    } catch {
      pause = Math.min(pause * 2, LENGST); // what fails to be saved is told of; that nothing can be asked is not
    } finally {
      spoer_naa = false;
    }
    igjen();
  }

  function ta_imot(html) {
    const alt = new DOMParser().parseFromString(html, "text/html").getElementById("endringer");
    if (!alt) return;
    etter = alt.dataset.etter;
    if (alt.dataset.lastPaaNytt) varsle(alt.dataset.lastPaaNytt, siden, "Last siden på nytt");
    const sagt = [];
    for (const del of [...alt.children]) {
      if ("rad" in del.dataset) {
        const ny = del.firstElementChild;
        if (er_nyere(ny)) {
          if (!("egen" in del.dataset)) sagt.push(del.dataset.sagt);
          venter.set(ny.id, { ny, sagt: del.dataset.sagt });
        }
      } else if (del.id) {
        del.removeAttribute("hx-swap-oob");
        venter.set(del.id, { ny: del });
      }
    }
    sett_ventende();
    if (sagt.length > 2) si(`${sagt.length} statuser er satt av andre.`);
    else if (sagt.length) si(sagt.join(" "));
  }

  function er_nyere(ny) {
    const gammel = document.getElementById(ny.id);
    return Boolean(gammel) && Number(gammel.dataset.versjon) < Number(ny.dataset.versjon);
  }

  function sett_ventende() {
    for (const [id, { ny, sagt }] of venter) {
      const gammel = document.getElementById(id);
      const ferdig = !gammel || (ny.dataset.versjon ? sett_raden(gammel, ny, sagt) : sett_rundt(gammel, ny));
      if (ferdig) venter.delete(id);
    }
  }

  // True when it is done; what is about to be sent, or has its menu open, is left alone until it is over.
  function sett_raden(gammel, ny, sagt) {
    if (!er_nyere(ny)) return true;
    if (gammel.matches(".htmx-request, :has(.htmx-request), :has([aria-expanded=true])")) return false;
    if (gammel.matches(".aapen")) {
      fortell_i_skjemaet(gammel, ny, sagt);
      return true;
    }
    const fokus = ["a.rad", "button.velg"].find((hvor) => gammel.querySelector(`${hvor}:focus`));
    ny.dataset.nytt = "";
    gammel.replaceWith(ny);
    window.htmx.process(ny);
    window.htmx.trigger(ny, "htmx:load");
    if (fokus) (ny.querySelector(fokus) || ny.querySelector("a.rad")).focus({ preventScroll: true });
    setTimeout(() => delete ny.dataset.nytt, 6_000);
    return true;
  }

  // Who is writing is told, and nothing that was written is touched: both are shown when the form is sent.
  function fortell_i_skjemaet(skjema, ny, sagt) {
    const boks = document.createElement("div");
    boks.className = "konflikt imens";
    const hva = document.createElement("p");
    hva.append(`${sagt} `, "Det du skriver, er ikke rørt. Når du lagrer, ser du begge.");
    boks.append(hva);
    const ordene = ny.querySelector(".ord");
    if (ordene) {
      const sitat = document.createElement("blockquote");
      sitat.textContent = ordene.textContent;
      boks.append(sitat);
    }
    const forrige = skjema.querySelector(":scope > .imens");
    if (forrige) forrige.replaceWith(boks);
    else skjema.prepend(boks);
  }

  function sett_rundt(gammel, ny) {
    if (gammel.contains(document.activeElement)) return false;
    if (ny.matches(".logg")) return sett_foran(gammel, ny);
    const aapne = [...gammel.children].map((del) => del.open);
    [...ny.children].forEach((del, nr) => { if (aapne[nr] && "open" in del) del.open = true; });
    gammel.replaceWith(ny);
    return true;
  }

  // A history grows from its head. What one's own save is about to bring is waited for, so that no line comes twice.
  function sett_foran(gammel, ny) {
    if (document.querySelector(".htmx-request")) return false;
    gammel.prepend(...[...ny.children].filter((linje) => !document.getElementById(linje.id)));
    return true;
  }

  function varsle(tekst, adresse, lenketekst) {
    if (merke.textContent.includes(tekst)) return;
    const avsnitt = document.createElement("p");
    const lenke = document.createElement("a");
    lenke.href = adresse;
    lenke.textContent = lenketekst;
    avsnitt.append(`${tekst} `, lenke);
    merke.replaceChildren(avsnitt);
    si(tekst);
  }

  function slutt(tekst, adresse, lenketekst = "Logg inn") {
    removeEventListener("online", spoer);
    document.removeEventListener("visibilitychange", spoer);
    varsle(tekst, adresse, lenketekst);
  }

  function innlogging() {
    return `${merke.dataset.logginn}?next=${encodeURIComponent(siden)}`;
  }

  document.addEventListener("visibilitychange", spoer);
  addEventListener("online", spoer);
  igjen();
})();
