// Saves an editor's form a few seconds after the last key. The page is whole without it.
/* global window, DOMParser, location */
const form = document.getElementById('main-form')
const state = document.getElementById('save-state')
let timer
let dirty = false
let busy = false

async function save() {
  if (busy || !dirty) return
  busy = true
  dirty = false
  const body = new FormData(form)
  body.set('intent', 'autosave')
  body.delete('pictureFile')
  try {
    const reply = await fetch(location.pathname, { method: 'POST', body: new URLSearchParams(body) })
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const seen = page.querySelector('#main-form [name=seen]')
    if (!reply.ok || !seen) throw reply
    form.elements.seen.value = seen.value
    const side = document.getElementById('editor-side')
    const fresh = page.getElementById('editor-side')
    for (const each of side.querySelectorAll('details[id]')) {
      const same = fresh.querySelector('#' + each.id)
      if (same) same.open = each.open
    }
    const { scrollTop } = side
    side.replaceWith(fresh)
    fresh.scrollTop = scrollTop
    state.textContent = form.dataset.autosave + ' ' + new Date().toTimeString().slice(0, 5)
  } catch {
    dirty = true
    state.textContent = form.dataset.failed
  }
  busy = false
}
form.oninput = () => {
  dirty = true
  state.textContent = form.dataset.waiting
  clearTimeout(timer)
  timer = setTimeout(save, 3000)
}
form.onsubmit = () => {
  dirty = false
  clearTimeout(timer)
}
window.onbeforeunload = (event) => dirty && event.preventDefault()
