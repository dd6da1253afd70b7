// The recovery codes copied, or sent to the printer. Without this, they can be downloaded or marked by hand.
'use strict'

const kvittering = document.querySelector('[data-kvittering]')

for (const knapp of document.querySelectorAll('[data-kopier-koder]')) {
  knapp.hidden = !navigator.clipboard
  knapp.addEventListener('click', async () => {
    const koder = [...document.querySelectorAll(`#${knapp.dataset.kopierKoder} code`)].map((kode) => kode.textContent)
    try {
      await navigator.clipboard.writeText(koder.join('\n') + '\n')
      kvittering.textContent = 'Kopiert. Lim dem inn et trygt sted.'
    } catch {
      kvittering.textContent = 'Nettleseren lot oss ikke kopiere. Merk kodene, eller last dem ned.'
    }
  })
}

for (const knapp of document.querySelectorAll('[data-skriv-ut]')) {
  knapp.hidden = false
  knapp.addEventListener('click', () => window.print())
}
