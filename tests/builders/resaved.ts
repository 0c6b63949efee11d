import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A workbook as LibreOffice saves it after opening it; it must be installed. */
export function resaved(workbook: Uint8Array): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-soffice-'))
  try {
    const out = path.join(folder, 'out')
    mkdirSync(out)
    writeFileSync(path.join(folder, 'so.xlsx'), workbook)
    const { error, status, stderr } = spawnSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--convert-to', 'xlsx', '--outdir', out, path.join(folder, 'so.xlsx')],
      ],
      { timeout: 170_000, encoding: 'utf8' },
    )
    if (error || status !== 0)
      throw new Error(`soffice (LibreOffice Calc) is needed here: ${error?.message ?? stderr}`)
    return readFileSync(path.join(out, 'so.xlsx'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
