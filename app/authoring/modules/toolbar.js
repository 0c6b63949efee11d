// Puts a bar of buttons over each text in Markdown. The page is whole without it.
/* global Event */
const bar = document.getElementById('markdown-bar')

/** Puts text where the choice in the field stands, so that the browser can undo it. */
function put(area, text) {
  area.focus()
  if (document.execCommand('insertText', false, text)) return
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

function apply(area, { before = '', after = '', each }) {
  const { value } = area
  let [from, to] = [area.selectionStart, area.selectionEnd]
  if (each !== undefined) {
    from = value.lastIndexOf('\n', from - 1) + 1
    const end = value.indexOf('\n', to)
    to = end < 0 ? value.length : end
    area.setSelectionRange(from, to)
    let number = 0
    const lines = value.slice(from, to).split('\n')
    put(area, lines.map((line) => each.replace('1', () => String(++number)) + line).join('\n'))
  } else {
    const chosen = value.slice(from, to)
    put(area, before + chosen + after)
    const at = from + before.length
    if (chosen === '') area.setSelectionRange(at, at)
  }
}

for (const box of document.querySelectorAll('[data-markdown]')) {
  const area = box.querySelector('textarea')
  const own = bar.content.cloneNode(true).firstElementChild
  for (const each of own.querySelectorAll('[data-only]'))
    if (each.dataset.only !== box.dataset.markdown) each.remove()
  own.addEventListener('click', ({ target }) => {
    if (target.matches('button')) apply(area, target.dataset)
  })
  own.addEventListener('change', ({ target }) => {
    const [chosen] = target.selectedOptions
    apply(area, chosen.dataset)
    target.selectedIndex = 0
  })
  area.before(own)
}
