// Reads a lesson aloud, paragraph by paragraph. The page is whole without it.
/* global window, SpeechSynthesisUtterance */
const speech = window.speechSynthesis
const bar = document.getElementById('listen')
const [play, stop] = bar.children
const kinds = 'h2,h3,p,li,th,td,figcaption'
const parts = [...document.querySelectorAll('#text *')].filter(
  (part) => part.matches(kinds) && !part.querySelector(kinds) && !part.closest('.panel'),
)
let at = 0
let voice
let said

const mark = (on) => parts[at]?.toggleAttribute('data-aloud', on)
function show(label) {
  play.textContent = play.dataset[label]
  stop.hidden = label === 'listen'
}
function halt(label) {
  said = null
  mark(false)
  speech.cancel()
  show(label)
}
function speak() {
  const part = parts[at]
  if (!part) return stop.onclick()
  const mine = new SpeechSynthesisUtterance(part.textContent)
  said = mine
  mine.voice = voice
  mine.lang = voice.lang
  mine.onend = mine.onerror = () => {
    if (said !== mine) return
    mark(false)
    at += 1
    speak()
  }
  mark(true)
  part.scrollIntoView({ block: 'nearest' })
  speech.speak(mine)
  show('pause')
}
// Going on begins the paragraph again: many voices cannot pause.
play.onclick = () => (said ? halt('resume') : speak())
stop.onclick = () => {
  halt('listen')
  at = 0
  play.focus()
}
function look() {
  voice = speech.getVoices().find(({ lang }) => lang.slice(0, 2) === document.documentElement.lang)
  bar.hidden = !voice
}
if (speech) {
  look()
  speech.onvoiceschanged = look
  window.onpagehide = () => speech.cancel()
}
