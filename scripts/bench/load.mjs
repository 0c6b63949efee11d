import autocannon from 'autocannon'

/** Requests per second and latency of the pages that are asked for most. */
export async function loadPages(base, { open, closed, answering, finished, learning, planners }) {
  const pages = {
    'question page': { path: `/surveys/${open}/steps/q-7.3-1a`, cookies: answering },
    lesson: { path: '/learn/infosec/personal-data', cookies: learning },
    'home page': { path: '/me', cookies: finished },
    'module page': { path: '/learn/infosec', cookies: learning },
    'own result': { path: `/me/results/${closed}`, cookies: finished },
    'commune gap page': { path: `/campaigns/${closed}/gaps/communes/01321`, cookies: planners },
    'province heat map': { path: `/campaigns/${closed}/gaps?view=competencies`, cookies: planners },
    'province report, one planner': { path: `/campaigns/${closed}/gaps`, cookies: planners, connections: 1 },
    'commune report, one leader': {
      path: `/campaigns/${closed}/gaps/communes/01321`,
      cookies: planners,
      connections: 1,
    },
  }
  const rows = {}
  for (const [name, page] of Object.entries(pages)) {
    await run(base, page, 2)
    const result = await run(base, page, 8)
    rows[name] = {
      'requests/s': Math.round(result.requests.average),
      'p50 ms': result.latency.p50,
      'p99 ms': result.latency.p99,
      failed: result.non2xx + result.errors,
    }
  }
  return rows
}

function run(url, { path, cookies, connections = 10 }, duration) {
  let next = 0
  return autocannon({
    url,
    connections,
    duration,
    setupClient(client) {
      client.setRequests([
        { path, headers: { cookie: cookies[next++ % cookies.length], 'accept-encoding': 'br' } },
      ])
    },
  })
}
