import { paths } from '~/paths'
import type { PrintedSlip } from '~/people/slips/issue-slips.server'
import { groupCode } from '~/platform/auth/tokens.server'
import { originOf } from '~/platform/http/origin.server'
import { isSample } from '~/platform/db/is-sample.server'

/** Where a slip is used, as somebody types it from paper. */
export function activationAddress(request: Request): string {
  return (originOf(request) + paths.activate()).replace(/^https?:\/\//, '')
}

/** Slips with what the paper says besides: the address to open, as it is typed, and codes in groups of four. */
export function toPrint(request: Request, slips: PrintedSlip[]) {
  return {
    slips: slips.map((slip) => ({ ...slip, grouped: groupCode(slip.code) })),
    address: activationAddress(request),
    sample: isSample(),
  }
}
