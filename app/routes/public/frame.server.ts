import type { AppLoadContext } from '@remix-run/node'
import { isSample } from '~/platform/db/is-sample.server'
import type { NavKey } from '~/platform/http/handle'
import type { Prefs } from '~/platform/http/prefs'
import { homeOf, navOf } from './nav'

export type FrameData = {
  prefs: Prefs
  sample: boolean
  nav: { key: NavKey; to: string }[]
  signedIn: { displayName: string; home: string; slipNoticeAt: string | null } | null
  /** The page came back with errors: its title says so first. */
  invalid?: boolean
}

/** What the frame around every page needs. */
export async function frameData(context: AppLoadContext): Promise<FrameData> {
  const session = await context.session()
  const actor = session?.actor ?? null
  return {
    prefs: context.prefs,
    sample: isSample(),
    nav: navOf(actor),
    signedIn: actor && {
      displayName: actor.displayName,
      home: homeOf(actor),
      slipNoticeAt: session?.slipNoticeAt?.toISOString() ?? null,
    },
  }
}

type Rendered = { loaderData: Record<string, unknown>; actionData: Record<string, unknown> | null }

/**
 * Completes what the router gives to the page: after an action that was refused it leaves the root's loader out,
 * and a title cannot see that a form came back with errors.
 */
export async function completeFrame(
  rendered: Rendered,
  status: number,
  context: AppLoadContext,
): Promise<void> {
  const frame = (rendered.loaderData.root as FrameData | undefined) ?? (await frameData(context))
  const invalid = status === 400 && rendered.actionData !== null
  rendered.loaderData = { ...rendered.loaderData, root: invalid ? { ...frame, invalid } : frame }
}
