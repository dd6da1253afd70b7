/* What could not be sent, because the net or the server was away: kept on this device for the person who wrote it, shown
   on every page, and sent when they ask for it. */
(function () {
  "use strict";

  const BRUKER = document.currentScript.dataset.bruker;
  const NOEKKEL = `utboks:${BRUKER}`; // somebody else who logs in on the same device has a box of their own
  const TERMIN = /\/tiltak\/termin\/(\d+)\/$/;
  const FELTER = ["status", "utfoert", "utsatt_til", "merknad", "versjon", "hurtig"];

  const si = (tekst) => document.dispatchEvent(new CustomEvent("si", { detail: tekst }));
  const feil = (tekst) => document.dispatchEvent(new CustomEvent("feil", { detail: tekst }));

  // --- The box: from a termin's key to what was to be saved in it ------------------------------------------------------

  function les() {
    try {
      return JSON.parse(localStorage.getItem(NOEKKEL)) || {};
    } catch {
      return {};
    }
  }

  // False where the browser has no room for it, or is told to keep nothing.
  function skriv(boks) {
    try {
      if (Object.keys(boks).length) localStorage.setItem(NOEKKEL, JSON.stringify(boks));
      else localStorage.removeItem(NOEKKEL);
      return true;
    } catch {
      return false;
    }
  }

  function legg_i(pk, verdier) {
    const boks = les();
    const foer = boks[pk];
    // A choice from the menu says nothing of the words: those that were written before it, and not sent, still hold.
    boks[pk] = foer && verdier.hurtig && !foer.hurtig ? { ...foer, status: verdier.status, ord: verdier.ord } : verdier;
    return skriv(boks);
  }

  function ta_ut(pk) {
    const boks = les();
    delete boks[pk];
    skriv(boks);
    tegn();
  }

  // --- What goes into it and out of it ---------------------------------------------------------------------------------

  const lagringen = (hendelse) => {
    const { verb, path } = hendelse.detail.requestConfig || {};
    return verb === "post" ? (TERMIN.exec(path) || [])[1] : undefined;
  };

  function ta_vare_paa(hendelse, hva) {
    const pk = lagringen(hendelse);
    if (!pk) return;
    const sendt = hendelse.detail.requestConfig.formData;
    const verdier = Object.fromEntries(FELTER.map((felt) => [felt, sendt.get(felt) || ""]));
    const kjent = les()[pk] || {};
    verdier.hva = navnet(pk) || kjent.hva || "En frist";
    verdier.ord = ordet(verdier.status);
    verdier.adresse = hendelse.detail.requestConfig.path;
    verdier.tid = new Date().toISOString();
    if (legg_i(pk, verdier)) {
      feil(`Ikke lagret: ${hva}. Det er tatt vare på her, og kan sendes når du vil.`);
    } else {
      feil(`Ikke lagret: ${hva}. Nettleseren kan ikke ta vare på det. La siden stå åpen, eller kopier det du skrev.`);
    }
    tegn();
  }

  document.addEventListener("htmx:sendError", (hendelse) => ta_vare_paa(hendelse, "vi fikk ikke kontakt med tjenesten"));
  document.addEventListener("htmx:timeout", (hendelse) => ta_vare_paa(hendelse, "tjenesten svarte ikke i tide"));
  document.addEventListener("htmx:responseError", (hendelse) => {
    if (hendelse.detail.xhr.status >= 500) ta_vare_paa(hendelse, "noe gikk galt hos oss");
  });

  document.addEventListener("htmx:afterRequest", (hendelse) => {
    const { xhr, requestConfig } = hendelse.detail;
    const pk = lagringen(hendelse);
    const usendt = les();
    if (pk && usendt[pk] && er_lagret(xhr)) {
      // What was chosen from the menu leaves the words that wait where they are: they are shown when they are sent.
      if (usendt[pk].hurtig || !requestConfig.formData.get("hurtig")) ta_ut(pk);
    }
    // Who sees both and keeps what is stored has chosen. (The link is gone from the page by now: htmx tells of its parent.)
    const rad = requestConfig.elt.closest(".termin");
    if (xhr.status === 200 && /[?&]vis=rad\b/.test(requestConfig.path) && rad) {
      if (rad.querySelector(".konflikt:not(.imens)")) ta_ut(rad.id.replace("termin-", ""));
    }
  });

  // A row that says so, or the way back from a page of its own; an answer that leads to the login page is neither.
  function er_lagret(xhr) {
    const videre = xhr.getResponseHeader("HX-Redirect");
    return xhr.status === 200 && (videre ? !videre.includes("/logg-inn/") : xhr.responseText.includes('class="lagret"'));
  }

  // Who writes on in a form that could not be sent: the newest words are the ones that are kept.
  document.addEventListener("input", (hendelse) => {
    const skjema = hendelse.target.closest(".statusform");
    const pk = skjema && (TERMIN.exec(skjema.getAttribute("action")) || [])[1];
    const boks = les();
    if (!pk || !boks[pk]) return;
    const naa = new FormData(skjema);
    for (const felt of FELTER) boks[pk][felt] = naa.get(felt) || "";
    boks[pk].ord = ordet(boks[pk].status);
    skriv(boks);
  });

  function navnet(pk) {
    const tittel = document.querySelector(`#form-termin-${pk} legend`);
    if (tittel) return tittel.textContent.trim();
    const navn = document.querySelector(`#termin-${pk} .naar`);
    if (!navn) return "";
    const kopi = navn.cloneNode(true);
    for (const kort of kopi.querySelectorAll(".kort")) kort.remove();
    return kopi.textContent.trim();
  }

  function ordet(status) {
    const radio = document.querySelector(`.statusform input[name=status][value="${CSS.escape(status)}"]`);
    const valg = document.querySelector(`#statusmeny [value="${CSS.escape(status)}"]`);
    return ((radio && radio.parentElement) || valg || { textContent: status }).textContent.trim();
  }

  function naar(tid) {
    const da = new Date(tid);
    const minutt = String(da.getMinutes()).padStart(2, "0");
    return `${da.toLocaleDateString("nb-NO", { day: "numeric", month: "long" })} kl. ${da.getHours()}.${minutt}`;
  }

  // --- What is seen of it ----------------------------------------------------------------------------------------------

  const lag = (navn, tekst = "", klasse = "") => {
    const ny = document.createElement(navn);
    ny.textContent = tekst;
    if (klasse) ny.className = klasse;
    return ny;
  };

  function lag_knapp(tekst, gjoer, klasse = "lys") {
    const knapp = lag("button", tekst, klasse);
    knapp.type = "button";
    knapp.addEventListener("click", () => gjoer(knapp));
    return knapp;
  }

  let tegnet = "";

  function tegn() {
    const boks = les();
    const antall = Object.keys(boks).length;
    for (const gammelt of document.querySelectorAll(".ikke-sendt")) gammelt.remove();
    for (const [pk, ett] of Object.entries(boks)) merk(pk, ett);
    let felt = document.getElementById("utboks");
    if (tegnet === JSON.stringify(boks)) return; // somebody may stand on its button
    tegnet = JSON.stringify(boks);
    if (!antall) {
      // What came in answer, and is to be settled here, stays.
      if (felt && !felt.querySelector(".termin")) felt.remove();
      else if (felt) felt.querySelector(".innhold").replaceChildren();
      return;
    }
    if (!felt) {
      felt = lag("section", "", "utboks");
      felt.id = "utboks";
      felt.setAttribute("aria-label", "Ikke sendt");
      felt.append(lag("div", "", "innhold"), lag("p", "", "svar"), lag("div", "", "svarene"));
      document.getElementById("innhold").prepend(felt);
    }
    const liste = lag("ul");
    for (const [pk, ett] of Object.entries(boks)) {
      const punkt = lag("li", `${ett.hva}: ${ett.ord}. `);
      if (ett.merknad && !ett.hurtig) punkt.append(lag("q", ett.merknad, "ord"), " ");
      punkt.append(lag("span", `Skrevet ${naar(ett.tid)}.`, "dempet"), " ", forkast_knapp(pk, ett));
      liste.append(punkt);
    }
    const overskrift = lag("strong", antall === 1 ? "1 endring er ikke sendt." : `${antall} endringer er ikke sendt.`);
    felt.querySelector(".innhold").replaceChildren(overskrift, liste, lag_knapp("Send nå", send, "send"));
  }

  // Once more before it is gone for good.
  function forkast_knapp(pk, ett) {
    const hva = lag("span", ` ${ett.hva}`, "skjult");
    const knapp = lag_knapp("Forkast", () => {
      const ja = lag_knapp("Ja, forkast", () => { ta_ut(pk); svar("Forkastet."); }, "lenke");
      const nei = lag_knapp("Behold", () => { ja.replaceWith(knapp); nei.remove(); knapp.focus(); }, "lenke");
      knapp.replaceWith(ja);
      ja.after(" ", nei);
      nei.focus();
    }, "lenke");
    knapp.append(hva);
    return knapp;
  }

  function merk(pk, ett) {
    const om = document.querySelector(`#termin-${pk}[data-versjon]:not(.aapen) .om`);
    if (om) om.prepend(lag("span", `ikke sendt: ${ett.ord}`, "merke ikke-sendt"));
  }

  function svar(tekst, adresse) {
    const felt = document.querySelector("#utboks .svar");
    if (felt) {
      felt.textContent = tekst;
      if (adresse) {
        const lenke = lag("a", "Logg inn");
        lenke.href = adresse;
        felt.append(" ", lenke);
      }
    }
    si(tekst);
  }

  // --- Sending ---------------------------------------------------------------------------------------------------------

  async function send(knapp) {
    knapp.disabled = true;
    for (const [pk, ett] of Object.entries(les())) {
      if (!(await send_ett(pk, ett))) break;
    }
    const igjen = document.querySelector("#utboks .send");
    if (igjen) igjen.disabled = false;
    if (!Object.keys(les()).length) si("Alt er sendt.");
  }

  // False when there is no use in trying the next one.
  async function send_ett(pk, ett) {
    const side = await hent(ett.adresse);
    if (!side) {
      svar("Vi får ikke kontakt med tjenesten ennå. Det er fortsatt tatt vare på her.");
      return false;
    }
    if (side.type === "opaqueredirect") {
      const tilbake = encodeURIComponent(location.pathname + location.search);
      svar("Du er logget ut. Det er fortsatt tatt vare på her, og kan sendes når du har logget inn.", `/logg-inn/?next=${tilbake}`);
      return false;
    }
    if (side.status === 404) {
      svar(`${ett.hva} finnes ikke lenger. Kopier det du skrev, og forkast det her.`);
      return true;
    }
    const lest = new DOMParser().parseFromString(await side.text(), "text/html");
    const den_som_er_inne = lest.querySelector("script[data-bruker]");
    if (!side.ok || !den_som_er_inne) {
      svar("Du har ikke lenger tilgang til å sende dette. Spør sekretæren.");
      return false;
    }
    if (den_som_er_inne.dataset.bruker !== BRUKER) {
      svar("En annen er logget inn i denne nettleseren nå. Logg inn som deg selv for å sende.");
      return false;
    }
    const token = lest.querySelector("input[name=csrfmiddlewaretoken]").value;
    const rad = raden(pk);
    const values = { ...rad.sted, csrfmiddlewaretoken: token };
    for (const felt of FELTER) if (ett[felt]) values[felt] = ett[felt];
    try {
      await window.htmx.ajax("POST", ett.adresse, { source: rad.element, target: rad.element, swap: "outerHTML", values });
    } catch {
      return false; // told of, and kept, as any save that fails
    }
    if (les()[pk]) svar(`${ett.hva} er ikke lagret ennå. Se hva som står der.`);
    else svar("Sendt.");
    return true;
  }

  async function hent(adresse) {
    try {
      const side = await fetch(adresse, { redirect: "manual" });
      return side.status >= 500 ? null : side;
    } catch {
      return null;
    }
  }

  // Where the answer goes: the row, when it stands on this page; else a place of its own under the notice.
  function raden(pk) {
    const element = document.querySelector(`#termin-${pk}[data-versjon]`);
    if (element) {
      const felter = [...element.querySelectorAll("form [name=fra], form [name=utvalg]")].map(({ name, value }) => [name, value]);
      const lenke = element.querySelector("a.rad");
      const fra_lenken = lenke ? [...new URL(lenke.href).searchParams].filter(([navn]) => navn === "fra" || navn === "utvalg") : [];
      return { element, sted: Object.fromEntries([...fra_lenken, ...felter]) };
    }
    const ny = lag("div", "", "termin");
    ny.id = `termin-${pk}`;
    document.querySelector("#utboks .svarene").append(ny);
    return { element: ny, sted: { fra: "" } };
  }

  // --- A form that is opened again has what was written in it ----------------------------------------------------------

  let hentet = "";
  document.addEventListener("htmx:beforeSwap", (hendelse) => {
    const { verb, path } = hendelse.detail.requestConfig;
    hentet = verb === "get" ? path : "";
  });
  document.addEventListener("htmx:load", (hendelse) => {
    tegn();
    const ny = hendelse.detail.elt;
    if (hentet && ny.querySelectorAll) for (const skjema of ny.querySelectorAll(".statusform")) fyll(skjema, hentet);
  });

  function fyll(skjema, adresse) {
    const pk = (TERMIN.exec(skjema.getAttribute("action")) || [])[1];
    const ett = les()[pk];
    if (!ett || skjema.querySelector(".konflikt, .errorlist")) return;
    const felter = ett.hurtig ? ["status", "versjon"] : FELTER.filter((felt) => felt !== "hurtig");
    for (const felt of felter) {
      if (felt === "status" && /[?&]status=/.test(adresse)) continue; // chosen just now
      skjema.elements[felt].value = ett[felt];
    }
    skjema.prepend(lag("p", `Dette skrev du ${naar(ett.tid)}. Det er ikke sendt.`, "fra-utboks"));
  }

  // --- Leaving ---------------------------------------------------------------------------------------------------------

  document.addEventListener("submit", (hendelse) => {
    const skjema = hendelse.target;
    if (!/\/logg-ut\/$/.test(skjema.getAttribute("action") || "") || !Object.keys(les()).length) return;
    hendelse.preventDefault();
    const spoersmaal = lag("p", "Logger du ut nå, slettes det som ikke er sendt, fra denne enheten. ", "utlogger");
    const ut = lag_knapp("Forkast og logg ut", () => { skriv({}); skjema.submit(); });
    const bli = lag_knapp("Ikke logg ut", () => spoersmaal.remove());
    spoersmaal.append(ut, " ", bli);
    tegn();
    for (const forrige of document.querySelectorAll(".utlogger")) forrige.remove();
    document.querySelector("#utboks .innhold").after(spoersmaal);
    si(spoersmaal.firstChild.textContent);
    bli.focus();
  });

  addEventListener("online", () => {
    if (Object.keys(les()).length) svar("Nettet er tilbake. Nå kan du sende.");
  });
  addEventListener("storage", tegn); // another window of the same person
  tegn();
  for (const skjema of document.querySelectorAll(".statusform")) fyll(skjema, location.search);
})();
