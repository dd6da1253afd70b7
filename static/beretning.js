/* The report's texts are saved as they are written, each for itself, with its version. Without this file there is a
   button. What is not saved stays in its field, says so there, and is tried again. */
(function () {
  "use strict";

  const skjema = document.getElementById("tekstene");
  if (!skjema) return;

  const ROLIG = 1_500; // after the last key
  const IGJEN = 5_000; // until it is tried again, and twice as long each time
  const LENGST = 60_000;
  const UTEN_KONTAKT = "Ikke lagret: vi får ikke kontakt med tjenesten. Teksten står her, og vi prøver igjen.";
  const UTLOGGET = "Ikke lagret: du er logget ut. Teksten står her, og lagres når du er logget inn. ";

  const hvordan = skjema.querySelector(".lagres-selv");
  let utlogget = false;
  let laast = false; // laid before the meeting by somebody else: nothing more can be saved
  let sendes_som_skjema = false;

  const steder = [...skjema.querySelectorAll("[data-felt]")].map((del) => {
    const felt = del.dataset.felt;
    const finn = (hva) => skjema.elements[`${hva}-${felt}`];
    return {
      del, felt, tekst: finn("tekst"), versjon: finn("versjon"), lest: finn("lest"), sagt: del.querySelector(".sagt"),
      lagret: "ulagret" in del.dataset ? null : finn("tekst").defaultValue,
      underveis: null, // what is sent, until there is an answer: it may have arrived, so the same is sent again
      venter: false, avvist: null, konflikt: Boolean(del.querySelector(".konflikt")), pause: IGJEN, teller: 0,
    };
  });

  const er_endret = (sted) => sted.tekst.value !== sted.lagret;

  function si(sted, tekst, hva = "") {
    sted.sagt.textContent = tekst;
    sted.sagt.dataset.hva = hva;
  }

  // --- Saving -------------------------------------------------------------------------------------------------------

  async function lagre(sted) {
    clearTimeout(sted.teller);
    if (sted.venter || sted.konflikt || utlogget || laast || !er_endret(sted) || sted.tekst.value === sted.avvist) return;
    sted.venter = true;
    sted.underveis ??= sted.tekst.value;
    si(sted, "Lagrer …");
    const svar = await send(sted);
    sted.venter = false;
    if (svar === "uten kontakt") {
      si(sted, UTEN_KONTAKT, "feil");
      sted.teller = setTimeout(lagre, sted.pause, sted);
      sted.pause = Math.min(sted.pause * 2, LENGST);
    } else if (svar === "utlogget") {
      er_utlogget();
    } else {
      ta_imot(sted, svar);
    }
  }

  // Gives what the server says of the text, or a word for why it said nothing.
  async function send(sted, en_gang_til = true) {
    const body = new URLSearchParams({
      csrfmiddlewaretoken: skjema.elements.csrfmiddlewaretoken.value,
      [sted.tekst.name]: sted.underveis,
      [sted.versjon.name]: sted.versjon.value,
      [sted.lest.name]: sted.lest.value,
    });
    const headers = { Accept: "application/json", "X-Staar-Paa-Siden": "1" };
    try {
      const svar = await fetch(skjema.action, { method: "POST", body, headers, redirect: "manual", signal: AbortSignal.timeout(20_000) });
      if (svar.type === "opaqueredirect") return "utlogget";
      // The guard against forgery is a new one when the person has logged in again in another tab.
      if (svar.status === 403) return en_gang_til && (await hent_token()) ? send(sted, false) : "utlogget";
      if (svar.status >= 500 || svar.status === 429) return "uten kontakt";
      if (!svar.ok) return { feil: "Last siden på nytt. Kopier teksten først." };
      const { kl, tekster } = await svar.json();
      return { kl, ...(tekster[sted.felt] || { feil: "Stedet finnes ikke lenger. Kopier teksten, og last siden på nytt." }) };
    } catch {
      return "uten kontakt";
    }
  }

  function ta_imot(sted, svar) {
    const skrevet = sted.underveis;
    sted.underveis = null;
    sted.pause = IGJEN;
    sted.tekst.toggleAttribute("aria-invalid", false);
    if (svar.feil) {
      sted.avvist = skrevet;
      laast = Boolean(svar.laast);
      sted.tekst.setAttribute("aria-invalid", "true");
      si(sted, `Ikke lagret: ${svar.feil}`, "feil");
      return;
    }
    sted.versjon.value = svar.versjon;
    sted.lest.value = svar.lest;
    if (svar.konflikt) {
      si(sted, "Ikke lagret: en annen har skrevet her.", "feil");
      vis_konflikten(sted, svar.konflikt);
      return;
    }
    sted.avvist = null;
    sted.lagret = skrevet;
    si(sted, `Lagret kl. ${svar.kl}`, "lagret");
    document.body.dispatchEvent(new CustomEvent("beretning:lagret", { bubbles: true, detail: { felt: sted.felt } }));
    if (er_endret(sted)) lagre(sted);
  }

  // --- Two on the same text: both are shown, and nothing more is saved there before somebody has chosen ----------------

  function vis_konflikten(sted, html) {
    const plass = sted.del.querySelector(".konfliktplass");
    plass.innerHTML = html; // made by our own server, and escaped there
    sted.konflikt = true;
    plass.scrollIntoView({ block: "nearest" });
    velg_i_konflikten(sted);
  }

  function velg_i_konflikten(sted) {
    const boks = sted.del.querySelector(".konflikt");
    const behold = boks.querySelector(".behold");
    const valg = document.createElement("div");
    valg.className = "handlinger";
    valg.append(
      knapp("Lagre min", () => { ferdig(sted); lagre(sted); }),
      knapp("Behold den som er lagret", () => {
        sted.tekst.value = sted.lagret = boks.dataset.lagret;
        ferdig(sted);
        si(sted, "Teksten som var lagret, står i feltet.", "lagret");
      }, "lys"),
    );
    behold.remove();
    boks.append(valg);
  }

  function ferdig(sted) {
    sted.konflikt = false;
    sted.del.querySelector(".konfliktplass").replaceChildren();
    sted.tekst.focus();
  }

  function knapp(tekst, gjoer, klasse = "") {
    const ny = document.createElement("button");
    ny.type = "button";
    ny.textContent = tekst;
    ny.className = klasse;
    ny.addEventListener("click", gjoer);
    return ny;
  }

  // --- Logged out: the text stays, and is saved when the person is back from the login page in another tab -------------

  function er_utlogget() {
    utlogget = true;
    for (const sted of steder.filter(er_endret)) {
      const lenke = document.createElement("a");
      lenke.href = `${skjema.dataset.logginn}?next=${encodeURIComponent(location.pathname)}`;
      lenke.target = "_blank";
      lenke.textContent = "Logg inn i en ny fane";
      si(sted, UTLOGGET, "feil");
      sted.sagt.append(lenke);
    }
  }

  // True when the same person is logged in: every login makes the guard against forgery anew.
  async function hent_token() {
    try {
      const svar = await fetch(location.pathname, { redirect: "manual" });
      if (!svar.ok) return false;
      const lest = new DOMParser().parseFromString(await svar.text(), "text/html");
      const hvem = (side) => side.querySelector("script[data-bruker]")?.dataset.bruker;
      const nytt = lest.querySelector("#tekstene [name=csrfmiddlewaretoken]");
      if (!nytt || hvem(lest) !== hvem(document)) return false;
      for (const felt of document.querySelectorAll("[name=csrfmiddlewaretoken]")) felt.value = nytt.value;
      return true;
    } catch {
      return false;
    }
  }

  async function er_tilbake() {
    if (utlogget && !document.hidden && (await hent_token())) {
      utlogget = false;
      lagre_alle();
    }
  }

  const lagre_alle = () => steder.forEach(lagre);

  addEventListener("focus", er_tilbake);
  addEventListener("online", lagre_alle);
  document.addEventListener("visibilitychange", () => (document.hidden ? lagre_alle() : er_tilbake()));
  addEventListener("beforeunload", (hendelse) => {
    if (!sendes_som_skjema && steder.some(er_endret)) hendelse.preventDefault();
  });

  // The button saves what is not saved yet. Who is logged out is led to the login page with it, and loses nothing there.
  skjema.addEventListener("submit", (hendelse) => {
    if (utlogget) {
      sendes_som_skjema = true;
      for (const { tekst, versjon, lest } of steder.filter((sted) => !er_endret(sted))) {
        tekst.disabled = versjon.disabled = lest.disabled = true;
      }
      return;
    }
    hendelse.preventDefault();
    const ulagrede = steder.filter(er_endret);
    if (!ulagrede.length) hvordan.textContent = "Alt er lagret.";
    for (const sted of ulagrede) {
      if (sted.konflikt) ferdig(sted);
      sted.avvist = null;
      lagre(sted);
    }
  });

  // --- Small helps with the form of the text -------------------------------------------------------------------------

  function sett_inn(felt, fra, til, tekst, merk_fra, merk_til) {
    felt.focus();
    felt.setRangeText(tekst, fra, til, "end");
    felt.setSelectionRange(merk_fra, merk_til);
    felt.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function fet(felt) {
    const { selectionStart: fra, selectionEnd: til, value } = felt;
    const ord = value.slice(fra, til) || "fete ord";
    sett_inn(felt, fra, til, `**${ord}**`, fra + 2, fra + 2 + ord.length);
  }

  function punkt(felt) {
    const fra = felt.value.lastIndexOf("\n", felt.selectionStart - 1) + 1;
    const linjer = felt.value.slice(fra, felt.selectionEnd).split("\n");
    const punkter = linjer.map((linje) => (linje.startsWith("- ") ? linje : `- ${linje}`)).join("\n");
    sett_inn(felt, fra, felt.selectionEnd, punkter, fra + punkter.length, fra + punkter.length);
  }

  function lenke(felt) {
    const { selectionStart: fra, selectionEnd: til, value } = felt;
    const foran = `[${value.slice(fra, til) || "ordene"}](`;
    sett_inn(felt, fra, til, `${foran}https://)`, fra + foran.length, fra + foran.length + "https://".length);
  }

  for (const sted of steder) {
    const navn = sted.del.querySelector("label").textContent;
    const former = document.createElement("div");
    former.className = "former";
    former.setAttribute("role", "group");
    former.setAttribute("aria-label", `Form på teksten: ${navn}`);
    former.append(
      knapp("Fet", () => fet(sted.tekst), "lys fet"),
      knapp("Punkt", () => punkt(sted.tekst), "lys"),
      knapp("Lenke", () => lenke(sted.tekst), "lys"),
    );
    sted.sagt.after(former);
    sted.tekst.addEventListener("input", () => {
      clearTimeout(sted.teller);
      sted.teller = setTimeout(lagre, ROLIG, sted);
    });
    sted.tekst.addEventListener("blur", () => lagre(sted));
    if (sted.konflikt) velg_i_konflikten(sted);
  }
  hvordan.textContent = "Tekstene lagres mens du skriver.";
})();
