/* Buttons that copy what stands in a field, or what is shown with its links. Without this file one selects it. */
(function () {
  "use strict";

  if (!navigator.clipboard) return; // the buttons stay away

  function vis() {
    for (const knapp of document.querySelectorAll("[data-kopier-fra][hidden]")) knapp.hidden = false;
  }

  // What is shown is copied both ways: with headings and links for what takes them, and as words for what does not.
  async function kopier(kilde) {
    if ("value" in kilde) return navigator.clipboard.writeText(kilde.value);
    const innhold = {
      "text/html": new Blob([kilde.innerHTML], { type: "text/html" }),
      "text/plain": new Blob([kilde.innerText], { type: "text/plain" }),
    };
    return navigator.clipboard.write([new ClipboardItem(innhold)]);
  }

  function si(knapp, ord) {
    knapp.dataset.navn ||= knapp.textContent;
    knapp.textContent = ord;
    document.dispatchEvent(new CustomEvent("si", { detail: ord }));
    setTimeout(() => { knapp.textContent = knapp.dataset.navn; }, 4000);
  }

  document.addEventListener("click", (hendelse) => {
    const knapp = hendelse.target.closest && hendelse.target.closest("[data-kopier-fra]");
    const kilde = knapp && document.getElementById(knapp.dataset.kopierFra);
    if (!kilde) return;
    kopier(kilde).then(
      () => si(knapp, "Kopiert"),
      () => si(knapp, "Ikke kopiert. Merk teksten, og kopier den selv."),
    );
  });
  document.addEventListener("htmx:afterSettle", vis);
  vis();
})();
