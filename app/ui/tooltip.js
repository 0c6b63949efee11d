/* global innerWidth, scrollX, scrollY */
// Says what a mark is under the pointer, the finger or the keys. The page is whole without it.
const tip = document.querySelector('.tip')
let leaving

// The browser's own tooltip would say it twice.
function wordsOf(mark) {
  const title = mark.querySelector('title')
  if (title) {
    mark.dataset.tip = title.textContent
    title.remove()
  }
  if (mark.dataset.tip) return mark.dataset.tip
  const cell = mark.closest('.heat td')
  if (!cell) return ''
  const { row, column } = at(cell)
  const text = cell.querySelector('i') ?? cell.querySelector('.vh')
  return [row, column, text?.textContent].filter(Boolean).join(' · ')
}
function at(cell) {
  const head = cell.closest('table').tHead.rows[0].cells[cell.cellIndex]
  return { row: cell.parentNode.cells[0].textContent, column: head.textContent.replace(/[↑↓(].*/, '').trim() }
}
function show(mark) {
  clearTimeout(leaving)
  const text = wordsOf(mark)
  if (!text) return hide()
  tip.textContent = text
  tip.hidden = false
  const box = mark.getBoundingClientRect()
  const left = Math.min(box.left, innerWidth - tip.offsetWidth - 8)
  const above = box.top - tip.offsetHeight - 6
  tip.style.left = `${Math.max(8, left) + scrollX}px`
  tip.style.top = `${(above > 0 ? above : box.bottom + 6) + scrollY}px`
}
function hide() {
  tip.hidden = true
}
const markAt = (node) => node.closest?.('[data-tip], [data-tips] > *, .heat td')

document.addEventListener('pointerover', ({ target }) => {
  if (target === tip) return clearTimeout(leaving)
  const mark = markAt(target)
  clearTimeout(leaving)
  if (mark) show(mark)
  else leaving = setTimeout(hide, 200)
})
document.addEventListener('focusin', ({ target }) => {
  const mark = markAt(target)
  if (mark) show(mark)
  else hide()
})
document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide())

// A drawing is one stop of the keyboard; the arrows go from mark to mark.
for (const drawing of document.querySelectorAll('[data-tips]')) {
  let now = -1
  drawing.setAttribute('tabindex', '0')
  drawing.addEventListener('keydown', (event) => {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const marks = [...drawing.children].filter((mark) => mark.dataset.tip || mark.querySelector('title'))
    if (!way || !marks.length) return
    event.preventDefault()
    now = (now + way + marks.length) % marks.length
    show(marks[now])
  })
}
