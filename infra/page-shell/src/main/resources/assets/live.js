// Numbers that move by themselves. Without this script the page shows the number that it was rendered with.
//
//   <section data-live-url="/petitions/keep-the-act/progress">
//     <span data-live="signatures">1,204</span>        text of "signatures"
//     <progress data-live-value="signaturesValue">     value of "signaturesValue"
//     <polyline data-live-points="course">             points of a small line
//
// With data-live-poll it is asked now and then, and no stream is looked for.
//
// The address answers with one flat JSON object of name to text: as server-sent events, or once for "Accept: application/json".
(() => {
  'use strict'

  const POLL = 10_000
  const PATIENCE = 4

  function show(region, values) {
    for (const element of region.querySelectorAll('[data-live]')) {
      const text = values[element.dataset.live]
      if (text !== undefined && element.textContent !== String(text)) element.textContent = text
    }
    for (const element of region.querySelectorAll('[data-live-value]')) {
      const value = values[element.dataset.liveValue]
      if (value !== undefined) element.value = value
    }
    for (const element of region.querySelectorAll('[data-live-max]')) {
      const value = values[element.dataset.liveMax]
      if (value !== undefined) element.max = value
    }
    for (const element of region.querySelectorAll('[data-live-points]')) {
      const points = values[element.dataset.livePoints]
      if (points !== undefined) element.setAttribute('points', points)
    }
    region.dispatchEvent(new CustomEvent('clarion:live', { bubbles: true, detail: values }))
  }

  function poll(region) {
    const ask = async () => {
      if (document.hidden) return
      try {
        const answer = await fetch(region.dataset.liveUrl, { headers: { Accept: 'application/json' } })
        if (answer.ok) show(region, await answer.json())
      } catch {
        // The last number stays; the next try may succeed.
      }
    }
    ask()
    setInterval(ask, POLL)
  }

  function follow(region) {
    if ('livePoll' in region.dataset || !('EventSource' in window)) return poll(region)
    let failures = 0
    const source = new EventSource(region.dataset.liveUrl)
    source.onmessage = (event) => {
      failures = 0
      show(region, JSON.parse(event.data))
    }
    source.onerror = () => {
      // The server ends each stream after a while and the browser comes back by itself: only repeated failure counts.
      if (source.readyState === EventSource.CLOSED || ++failures >= PATIENCE) {
        source.close()
        poll(region)
      }
    }
    addEventListener('pagehide', () => source.close(), { once: true })
  }

  document.querySelectorAll('[data-live-url]').forEach(follow)
})()
