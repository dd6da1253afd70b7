/* The page that waits for a PDF: asks quietly whether it is ready, and opens it then. Without this file the page loads
   itself anew every few seconds. */
(function () {
  "use strict";

  const MELLOM = 1500; // ms between each time it asks
  const LAGES = 202;

  async function spoer() {
    try {
      const svar = await fetch(location.href, { method: "HEAD", headers: { Accept: "text/html" }, cache: "no-store" });
      if (svar.status !== LAGES) {
        location.reload();
        return;
      }
    } catch {
      // Without a line to the server there is nothing to show but this page.
    }
    setTimeout(spoer, MELLOM);
  }

  setTimeout(spoer, MELLOM);
})();
