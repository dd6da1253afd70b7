/* The status of a termin as a button that opens a menu: one choice saves. Without this file the row leads to the form. */
(function () {
  "use strict";

  const meny = document.getElementById("statusmeny");
  if (!meny || !meny.showPopover) return;
  meny.hidden = false; // a browser that knows no popover shows none

  const valgene = [...meny.querySelectorAll("button")];
  let knapp = null; // the one that opened the menu
  let satt = ""; // the row that was set from it, so that the keyboard comes back to its button

  // The row's link keeps its name and leads to the form; the status beside it becomes the button.
  function gjoer_klar(del) {
    const rader = del.querySelectorAll ? [...del.querySelectorAll(".termin[data-versjon]")] : [];
    if (del.matches && del.matches(".termin[data-versjon]")) rader.push(del);
    for (const rad of rader) {
      const lenke = rad.querySelector("a.rad");
      const sett = lenke && lenke.querySelector(".sett");
      const status = lenke && lenke.querySelector(".status");
      if (!sett || !status) continue;
      sett.remove();
      const ny = document.createElement("button");
      ny.type = "button";
      ny.className = "velg";
      ny.setAttribute("aria-haspopup", "menu");
      ny.setAttribute("aria-expanded", "false");
      const hva = document.createElement("span");
      hva.className = "skjult";
      hva.textContent = `, sett status for ${navnet(lenke)}`;
      ny.append(status, hva);
      const par = document.createElement("div");
      par.className = "par";
      lenke.replaceWith(par);
      par.append(lenke, ny);
      if (rad.id === satt && "fokus" in lenke.dataset) {
        delete lenke.dataset.fokus;
        ny.dataset.fokus = "";
      }
    }
  }

  function navnet(lenke) {
    const navn = lenke.querySelector(".naar").cloneNode(true);
    for (const kort of navn.querySelectorAll(".kort")) kort.remove();
    return navn.textContent.trim();
  }

  function aapne(fra) {
    knapp = fra;
    const navn = navnet(raden().querySelector("a.rad"));
    const { status, lagret } = knapp.querySelector(".status").dataset;
    meny.setAttribute("aria-label", `Sett status for ${navn}`);
    meny.firstElementChild.textContent = navn;
    for (const valg of valgene) {
      if (valg.hasAttribute("aria-checked")) valg.setAttribute("aria-checked", String(valg.value === (lagret || status)));
    }
    meny.showPopover();
    plasser();
    (valgene.find((valg) => valg.getAttribute("aria-checked") === "true") || valgene[0]).focus();
  }

  // Under the button, or over it where there is no room; on a narrow screen the style sheet lays it under the thumb.
  function plasser() {
    const { left, right, top, bottom } = knapp.getBoundingClientRect();
    const { width, height } = meny.getBoundingClientRect();
    const under = bottom + height <= innerHeight || top < height;
    const x = Math.max(0, Math.min(right - width > 0 ? right - width : left, innerWidth - width));
    meny.style.setProperty("--x", `${x + scrollX}px`);
    meny.style.setProperty("--y", `${(under ? bottom : top - height) + scrollY}px`);
  }

  const raden = () => knapp.closest(".termin");

  function velg(valg) {
    const rad = raden();
    const lenke = rad.querySelector("a.rad");
    const adresse = new URL(lenke.href);
    const inn = { source: rad, target: rad, swap: "outerHTML" };
    meny.hidePopover();
    if (rad.matches(".htmx-request")) return;
    satt = rad.id;
    if ("skjema" in valg.dataset) {
      lenke.click();
    } else if ("mer" in valg.dataset) {
      adresse.searchParams.set("status", valg.value);
      window.htmx.ajax("GET", adresse.pathname + adresse.search, inn).catch(() => {});
    } else {
      const { value: token } = document.querySelector("input[name=csrfmiddlewaretoken]");
      const sted = Object.fromEntries(adresse.searchParams);
      const values = { ...sted, csrfmiddlewaretoken: token, status: valg.value, versjon: rad.dataset.versjon, hurtig: 1 };
      window.htmx.ajax("POST", adresse.pathname, { ...inn, values }).catch(() => {}); // told of by those who listen
    }
  }

  document.addEventListener("click", (hendelse) => {
    const trykket = hendelse.target.closest("button");
    if (!trykket) return;
    if (trykket.matches(".velg")) aapne(trykket);
    else if (meny.contains(trykket)) velg(trykket);
  });

  document.addEventListener("keydown", (hendelse) => {
    if (hendelse.target.matches(".velg") && hendelse.key === "ArrowDown") {
      hendelse.preventDefault();
      aapne(hendelse.target);
    } else if (meny.contains(hendelse.target)) {
      flytt(hendelse);
    }
  });

  function flytt(hendelse) {
    const her = valgene.indexOf(document.activeElement);
    const til = { ArrowDown: her + 1, ArrowUp: her - 1, Home: 0, End: -1 }[hendelse.key];
    if (til !== undefined) {
      hendelse.preventDefault();
      valgene.at(til % valgene.length).focus();
    } else if (hendelse.key === "Tab") {
      meny.hidePopover(); // back to the button, and on from there
    } else if (/^\p{L}$/u.test(hendelse.key) && !hendelse.ctrlKey && !hendelse.metaKey && !hendelse.altKey) {
      const videre = [...valgene.slice(her + 1), ...valgene.slice(0, her + 1)];
      const treff = videre.find((valg) => valg.textContent.trim().toLowerCase().startsWith(hendelse.key.toLowerCase()));
      if (treff) treff.focus();
    }
  }

  meny.addEventListener("beforetoggle", (hendelse) => {
    knapp.setAttribute("aria-expanded", String(hendelse.newState === "open"));
  });

  document.addEventListener("htmx:load", (hendelse) => gjoer_klar(hendelse.detail.elt || hendelse.target));
  gjoer_klar(document);

  // A month with its receipt under all the others has no place of its own that an address can lead to: its button has.
  const maal = document.getElementById(location.hash.slice(1));
  if (maal && maal.matches(".termin") && !maal.getClientRects().length) maal.querySelector(".par").scrollIntoView();
})();
