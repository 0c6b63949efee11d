import { performance } from 'node:perf_hooks'

const sampleMs = 250
const busyShare = 0.7

let sampledAt = 0
let last = performance.eventLoopUtilization()
let busy = false

/** Whether people wait for each other: the process worked for most of the last moment. Then a page is compressed faster and a little less. */
export function isBusy(): boolean {
  const at = performance.now()
  if (at - sampledAt >= sampleMs) {
    const now = performance.eventLoopUtilization()
    busy = performance.eventLoopUtilization(now, last).utilization > busyShare
    last = now
    sampledAt = at
  }
  return busy
}
