import { readFileSync } from 'node:fs'

/** A running server over the released campaign; `cookie` is of a planner of its province, `pid` the server's process. */
type Server = { base: string; cookie: string; campaignId: string; pid: number }

/**
 * What a download costs: seconds until the last byte, megabytes of the file, by how many megabytes the server's memory grew at
 * most, and the longest that another request waited meanwhile (milliseconds). `slow`: read at 2 MB a second.
 */
export type DownloadCost = {
  file: string
  seconds: number
  megabytes: number
  grownMegabytes: number
  longestWaitMs: number
}
export type WorkbookCosts = { downloads: DownloadCost[]; kept: boolean }

/** Seconds for the whole workbook, and megabytes by which the server may grow meanwhile. */
const secondsBar = 10
const grownBar = 250
const slowRate = 2 * 1024 * 1024

/** Downloads the workbook and the CSV of the report, the workbook also slowly, and prints what each costs the server. */
export async function benchWorkbook(server: Server): Promise<WorkbookCosts> {
  const report = `${server.base}/campaigns/${server.campaignId}/gaps`
  // The figures themselves are kept between requests: who opens the report first pays for them.
  await fetch(report, { headers: { cookie: server.cookie } }).then((page) => page.arrayBuffer())
  const downloads = [
    await download('XLSX', `${report}.xlsx`, server),
    await download('XLSX, read slowly', `${report}.xlsx`, server, slowRate),
    await download('CSV', `${report}.csv`, server),
  ]
  const [whole] = downloads
  const kept =
    whole!.seconds < secondsBar && downloads.every(({ grownMegabytes }) => grownMegabytes < grownBar)
  console.log('\n# The report as a workbook and as CSV')
  console.table(Object.fromEntries(downloads.map(({ file, ...cost }) => [file, cost])))
  console.log(`bar: workbook ${secondsBar} s, memory grown by ${grownBar} MB: ${kept ? 'kept' : 'NOT KEPT'}`)
  return { downloads, kept }
}

async function download(
  file: string,
  url: string,
  { base, cookie, pid }: Server,
  bytesASecond = Infinity,
): Promise<DownloadCost> {
  const before = memoryOf(pid)
  let [peak, longest] = [before, 0]
  const sampling = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), 25)
  let done = false
  const others = (async () => {
    while (!done) {
      const from = performance.now()
      await fetch(`${base}/healthz`).then((answer) => answer.arrayBuffer())
      longest = Math.max(longest, performance.now() - from)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const began = performance.now()
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  if (answer.status !== 200 || !answer.body) throw new Error(`${url} answered ${answer.status}`)
  let bytes = 0
  for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length
    const due = (bytes / bytesASecond) * 1000 - (performance.now() - began)
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, due))
  }
  const seconds = (performance.now() - began) / 1000
  done = true
  await others
  clearInterval(sampling)
  const tenths = (value: number) => Math.round(value * 10) / 10
  return {
    file,
    seconds: tenths(seconds),
    megabytes: tenths(bytes / 1024 ** 2),
    grownMegabytes: tenths((peak - before) / 1024 ** 2),
    longestWaitMs: Math.round(longest),
  }
}

/** Bytes of memory that a process holds (Linux). */
function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}
