import http from 'node:http'

/** Bytes over the wire of each learner page: everything on the first visit, the page alone on the next. */
export async function weighPages(base, { open, closed, answering, finished, learning }) {
  const pages = {
    'sign-in': ['/sign-in', ''],
    'lesson of 920 words': ['/learn/infosec/personal-data', learning[0]],
    'lesson of a visitor': ['/learn/citizen-online/vneid', ''],
    'module page': ['/learn/infosec', learning[0]],
    catalogue: ['/learn', finished[0]],
    'quiz, first page': ['/learn/infosec/quiz', learning[0]],
    'my tasks': ['/me', answering[55]],
    'parts of the survey': [`/surveys/${open}`, answering[55]],
    question: [`/surveys/${open}/steps/q-7.3-1a`, answering[55]],
    'check the answers': [`/surveys/${open}/check`, answering[55]],
    'own result': [`/me/results/${closed}`, finished[0]],
    help: ['/help', answering[55]],
  }
  const rows = {}
  for (const [name, [path, cookie]] of Object.entries(pages)) {
    const page = await weigh(base, path, cookie)
    const links = [...page.text.matchAll(/<link[^>]+href="([^"]+)"/g)].map(([, href]) => href)
    const bytes = { HTML: page.bytes, CSS: 0, JS: 0, fonts: 0, icon: 0 }
    for (const href of links)
      bytes[href.endsWith('.css') ? 'CSS' : 'icon'] += (await weigh(base, href, '')).bytes
    for (const [, src] of page.text.matchAll(/<script[^>]+src="([^"]+)"/g))
      bytes.JS += (await weigh(base, src, '')).bytes
    rows[name] = {
      ...bytes,
      'first visit': Object.values(bytes).reduce((sum, each) => sum + each),
      'next visit': bytes.HTML,
    }
  }
  return rows
}

async function weigh(base, path, cookie) {
  const bytes = await new Promise((resolve, reject) => {
    http
      .get(base + path, { headers: { 'accept-encoding': 'br', cookie } }, (response) => {
        let sum = 0
        response.on('data', (part) => (sum += part.length))
        response.on('end', () => resolve(sum))
      })
      .on('error', reject)
  })
  const text = await fetch(base + path, { headers: { cookie } }).then((response) => response.text())
  return { bytes, text }
}
