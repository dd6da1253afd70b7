// Passkeys: asks the browser for one, puts its answer in the form, and sends it. Without this, the page says that
// passkeys need JavaScript. webauthn-json.js, from allauth, turns the bytes into text and back.
'use strict'

const KAN_IKKE = 'Nettleseren din kan ikke bruke passnøkler her. Velg en annen måte.'
const FEIL = {
  NotAllowedError: 'Det ble avbrutt, eller tok for lang tid. Prøv igjen.',
  AbortError: 'Det ble avbrutt. Prøv igjen.',
  InvalidStateError: 'Denne enheten har en passnøkkel fra før. Du trenger ikke en til.',
  NotSupportedError: 'Enheten kan ikke lage slike passnøkler. Velg en annen måte.',
  SecurityError: KAN_IKKE
}

async function valgene (skjema) {
  if (skjema.dataset.passnoekkel !== 'logg-inn') {
    return JSON.parse(document.getElementById('passnoekkelvalg').textContent)
  }
  const svar = await fetch(skjema.action, { headers: { Accept: 'application/json' } })
  if (!svar.ok) throw new Error('ingen valg')
  return (await svar.json()).request_options
}

async function spoer (skjema) {
  const valg = await valgene(skjema)
  const noekkel = skjema.dataset.passnoekkel === 'lag'
    ? await window.webauthnJSON.create(valg)
    : await window.webauthnJSON.get(valg)
  skjema.elements.credential.value = JSON.stringify(noekkel)
  skjema.submit()
}

function sett_opp (skjema) {
  const kan = window.isSecureContext && window.PublicKeyCredential && window.webauthnJSON
  const uten = skjema.querySelector('[data-uten]')
  if (!kan) {
    if (uten) uten.textContent = KAN_IKKE
    return
  }
  if (uten) uten.hidden = true
  skjema.hidden = false
  skjema.querySelector('[data-med]').hidden = false
  skjema.addEventListener('submit', async (hendelse) => {
    hendelse.preventDefault()
    const knapp = skjema.querySelector('button[type=submit]')
    const feil = skjema.querySelector('[data-feil]')
    feil.replaceChildren()
    knapp.disabled = true
    try {
      await spoer(skjema)
    } catch (unntak) {
      const tekst = document.createElement('p')
      tekst.className = 'errorlist'
      tekst.textContent = FEIL[unntak.name] || 'Det gikk ikke. Prøv igjen, eller velg en annen måte.'
      feil.replaceChildren(tekst)
      knapp.disabled = false
    }
  })
}

document.querySelectorAll('form[data-passnoekkel]').forEach(sett_opp)
// A page that comes back by the browser's back button is as it was left: its button must be there to press.
window.addEventListener('pageshow', (hendelse) => {
  if (!hendelse.persisted) return
  document.querySelectorAll('form[data-passnoekkel] button').forEach((knapp) => { knapp.disabled = false })
})
