// Says while somebody writes how much of a text is their own. Advice, never a block; without this script the next page says it.
// Reckons as the class Likeness in services/letters does: the share of runs of three words that stand in the template too.
//
//   <template id="template">…</template>
//   <textarea data-likeness="template" data-longest="20000"></textarea>
//   <p class="likeness" data-own="…" data-mixed="…" data-alike="…" hidden></p>
(() => {
  'use strict'

  const RUN = 3
  const MIXED_FROM = 40
  const ALIKE_FROM = 85
  const PATIENCE = 400

  function runs(text) {
    const words = text.toLowerCase().replace(/['’]/g, '').split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)
    const found = new Set()
    for (let i = 0; i + RUN <= words.length; i++) found.add(words.slice(i, i + RUN).join(' '))
    if (found.size === 0 && words.length > 0) found.add(words.join(' '))
    return found
  }

  function likeness(template, text) {
    const own = runs(text)
    if (own.size === 0 || template.size === 0) return 0
    let shared = 0
    for (const run of own) if (template.has(run)) shared++
    return Math.round(100 * shared / own.size)
  }

  for (const field of document.querySelectorAll('textarea[data-likeness]')) {
    const source = document.getElementById(field.dataset.likeness)
    const note = field.parentElement.querySelector('.likeness')
    if (!source || !note) continue
    const template = runs(source.content.textContent)
    let timer

    const say = () => {
      const percent = likeness(template, field.value)
      const advice = percent >= ALIKE_FROM ? 'alike' : percent >= MIXED_FROM ? 'mixed' : 'own'
      if (note.textContent !== note.dataset[advice]) note.textContent = note.dataset[advice]
      note.hidden = field.value.trim() === ''
    }

    field.addEventListener('input', () => {
      clearTimeout(timer)
      timer = setTimeout(say, PATIENCE)
    })
    // Once more when somebody comes back and the browser has put their words in again.
    addEventListener('pageshow', say)
  }

  // What word processors put between lines, and no form takes.
  addEventListener('submit', () => {
    for (const field of document.querySelectorAll('textarea')) {
      const clean = field.value.replace(/[\v\f\u0085]/g, '\n').replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
      if (clean !== field.value) field.value = clean
    }
  })
})()
