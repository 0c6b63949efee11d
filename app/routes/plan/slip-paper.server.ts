import { env } from '~/env.server'
import { paths } from '~/paths'
import type { PrintedSlip } from '~/people/slips/issue-slips.server'
import { groupCode } from '~/platform/auth/tokens.server'
import { isSample } from '../public/frame.server'

/** Slips with what the paper says besides: the address to open, as it is typed, and codes in groups of four. */
export function toPrint(request: Request, slips: PrintedSlip[]) {
  const address = (env.APP_URL ?? new URL(request.url).origin).replace(/\/$/, '') + paths.activate()
  return {
    slips: slips.map((slip) => ({ ...slip, grouped: groupCode(slip.code) })),
    address: address.replace(/^https?:\/\//, ''),
    sample: isSample(),
  }
}
