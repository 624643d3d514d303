// A form is sent once however often its button is pressed, and says so when the answer takes longer than a second.
(() => {
  'use strict'

  const PATIENCE = 1000
  const words = document.body.dataset.waiting

  function wait(form) {
    const note = document.createElement('p')
    note.className = 'waiting'
    note.setAttribute('role', 'status')
    form.append(note)
    setTimeout(() => { note.textContent = words }, PATIENCE)
  }

  addEventListener('submit', (event) => {
    const form = event.target
    if (form.method !== 'post' || event.defaultPrevented) return
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'yes'
    wait(form)
  })

  // Back from the next page, the form may be sent again.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent
      form.querySelector('.waiting')?.remove()
    }
  })
})()
