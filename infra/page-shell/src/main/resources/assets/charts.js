// Draws a chart from the table behind it, so that the figures are there without it too.
//
//   <figure data-chart="line">
//     <div class="chart" hidden><canvas role="img" aria-label="Signatures a day"></canvas></div>
//     <details><summary>Table</summary><table>: the first column names each point, every further column is a series</table></details>
//   </figure>
(() => {
  'use strict'

  const token = (name) => getComputedStyle(document.body).getPropertyValue(name).trim()

  const number = (cell) => Number(cell.dataset.value ?? cell.textContent.replace(/[^\d.-]/g, ''))

  function read(table) {
    const heads = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim())
    const rows = [...table.tBodies[0].rows]
    return {
      labels: rows.map((row) => row.cells[0].textContent.trim()),
      series: heads.map((label, column) => ({ label, data: rows.map((row) => number(row.cells[column + 1])) })),
    }
  }

  function colours(chart) {
    const shades = [token('--accent'), token('--soft-ink'), token('--strong-line')]
    chart.data.datasets.forEach((series, index) => {
      series.borderColor = shades[index % shades.length]
      series.backgroundColor = chart.config.type === 'bar' ? shades[index % shades.length] : token('--tint')
    })
    const { x, y } = chart.options.scales
    for (const axis of [x, y]) {
      axis.ticks.color = token('--soft-ink')
      axis.grid.color = token('--line')
      axis.border.color = token('--strong-line')
    }
    chart.options.plugins.legend.labels.color = token('--ink')
  }

  function draw(figure) {
    const table = figure.querySelector('table')
    const frame = figure.querySelector('.chart')
    const { labels, series } = read(table)
    const bars = figure.dataset.chart === 'bar'
    frame.hidden = false
    const chart = new Chart(frame.querySelector('canvas'), {
      type: bars ? 'bar' : 'line',
      data: {
        labels,
        datasets: series.map((each) => ({ ...each, borderWidth: bars ? 0 : 2, maxBarThickness: 48, pointRadius: 0, pointHitRadius: 12, fill: !bars && series.length === 1, tension: 0 })),
      },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        locale: document.documentElement.lang,
        scales: {
          x: { ticks: { maxRotation: 0, autoSkipPadding: 16 }, grid: { display: false }, border: {} },
          y: { beginAtZero: true, ticks: { precision: 0, maxTicksLimit: 6 }, grid: {}, border: {} },
        },
        plugins: { legend: { display: series.length > 1, labels: {} } },
      },
    })
    colours(chart)
    chart.update()
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      colours(chart)
      chart.update()
    })
    return () => {
      const fresh = read(table)
      chart.data.labels = fresh.labels
      chart.data.datasets.forEach((each, index) => { each.data = fresh.series[index].data })
      chart.update()
    }
  }

  for (const figure of document.querySelectorAll('figure[data-chart]')) {
    const redraw = draw(figure)
    figure.closest('[data-live-url]')?.addEventListener('clarion:live', redraw)
  }
})()
