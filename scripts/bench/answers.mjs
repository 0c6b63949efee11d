import Database from 'better-sqlite3'
import { answering as measured, client, hidden } from './client.mjs'

/** 50 people answer the quiz of a survey, ten at a time. */
export function answerSurvey(base, { open, answering }, file) {
  const { get, send } = client(base)
  return measured(answering.slice(0, 50), answering.slice(50, 60), file, 'Response', async (cookie) => {
    const check = await get(`/surveys/${open}/check`, cookie)
    let path = new RegExp(`/surveys/${open}/steps/q-[^"?]+`).exec(check)[0]
    let page = await get(path, cookie)
    const times = []
    for (let n = 0; n < 30; n++) {
      const [sittingId, answerId] = [hidden(page, 'sittingId'), hidden(page, 'answerId')]
      if (!sittingId) break
      const from = performance.now()
      const form = new URLSearchParams({ sittingId, answerId, v: '?', then: 'next' })
      const { status, location } = await send('POST', path, cookie, form.toString())
      if (status !== 303) throw new Error(`an answer was refused with ${status}`)
      path = location
      page = await get(path, cookie)
      times.push(performance.now() - from)
    }
    return times
  })
}

/** 50 people take an adaptive quiz to its end, ten at a time: with every answer the next question is chosen. */
export function answerAdaptive(base, { open, adapting }, file) {
  const { get, send } = client(base)
  readLonger(file)
  return measured(adapting.slice(0, 50), adapting.slice(50, 60), file, 'Response', async (cookie) => {
    const door = `/surveys/${open}/steps/q-quiz`
    let page = await get(door, cookie)
    let path = door
    const times = []
    for (;;) {
      const [sittingId, answerId] = [hidden(page, 'sittingId'), hidden(page, 'answerId')]
      if (!sittingId) break
      const from = performance.now()
      const form = new URLSearchParams({ sittingId, answerId, v: '?', then: 'next' })
      const { status, location } = await send('POST', path, cookie, form.toString())
      if (status !== 303) throw new Error(`an answer was refused with ${status}`)
      page = await get(location, cookie)
      if (path !== door) times.push(performance.now() - from)
      path = location
    }
    return times
  })
}

/** The machine answers faster than anybody reads, and such answers would not count: as if it had taken 20 seconds each. */
function readLonger(file) {
  const db = new Database(file, { timeout: 10_000 })
  db.exec(`CREATE TRIGGER IF NOT EXISTS read_longer AFTER INSERT ON SittingItem BEGIN
    UPDATE SittingItem SET at = strftime('%Y-%m-%dT%H:%M:%f+00:00', NEW.at, '-20 seconds')
    WHERE sittingId = NEW.sittingId AND number = NEW.number; END`)
  db.close()
}

/** 50 people take a module's quiz, ten at a time: an answer is a POST and a GET of what it says. */
export function answerModule(base, { learning }, file) {
  const { get, send } = client(base)
  return measured(learning.slice(10, 60), learning.slice(0, 10), file, 'QuizResponse', async (cookie) => {
    const begun = await send('POST', '/learn/infosec/quiz', cookie, 'learner=person')
    let path = begun.location
    const times = []
    while (path) {
      const attempt = hidden(await get(path, cookie), 'attempt')
      const from = performance.now()
      const form = new URLSearchParams({ attempt, learner: 'person', v: '?' })
      const { status } = await send('POST', path, cookie, form.toString())
      if (status !== 303) throw new Error(`an answer was refused with ${status}`)
      const page = await get(path, cookie)
      times.push(performance.now() - from)
      path = /href="(\/learn\/infosec\/quiz\/\d+)"/.exec(page.slice(page.indexOf('<main')))?.[1]
    }
    return times
  })
}
