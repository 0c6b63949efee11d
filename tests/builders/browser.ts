import type { AppLoadContext } from '@remix-run/node'
import type { Learner } from '~/learning/learner.server'
import type { Actor } from '~/platform/policy/actor'

/**
 * A browser that keeps its cookies, signed in as `actor` or as nobody: `const someone = browser()`. `actor` may change, as
 * when a session lapses. Import after `freshDatabase()`.
 */
export function browser(actor: Actor | null = null) {
  const cookies = new Map<string, string>()
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const self = {
    actor,
    cookies,
    set: [] as string[],
    request(path: string, form?: Record<string, string | string[]>): Request {
      const headers = { Cookie: cookieHeader() }
      const url = `http://localhost${path}`
      if (!form) return new Request(url, { headers })
      const body = new URLSearchParams()
      for (const [name, values] of Object.entries(form))
        for (const value of [values].flat()) body.append(name, value)
      return new Request(url, { method: 'POST', headers, body })
    },
    async context(): Promise<AppLoadContext> {
      const { makeContext } = await import('~/platform/http/context.server')
      const setCookie = (value: string) => {
        self.set.push(value)
        const [, name, content] = /^([^=]+)=([^;]*)/.exec(value)!
        cookies.set(name!, content!)
      }
      const made = makeContext({
        cookieHeader: cookieHeader(),
        requestId: 'test',
        nonce: 'test',
        clientAddress: '127.0.0.1',
        acceptEncoding: '',
        setCookie,
      })
      const session = self.actor && { id: 'test', shared: false, actor: self.actor, slipNoticeAt: null }
      return { ...made, session: () => Promise.resolve(session) }
    },
    async learner(): Promise<Learner> {
      const { learnerOf } = await import('~/learning/learner.server')
      return learnerOf(await self.context(), self.request('/learn'))
    },
  }
  return self
}

export type Browser = ReturnType<typeof browser>
