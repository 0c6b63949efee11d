import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findLibreOffice } from '../../scripts/libreoffice.mjs'

export type OpenedFile = {
  /** The text of each page, in the order in which it stands. */ pages: string[]
  /** The first pages as PNG. */ pictures: Buffer[]
}

/**
 * Opens a file with LibreOffice and prints it: what another program makes of it.
 * @throws where LibreOffice is not there, or cannot open the file
 */
export function openedWithLibreOffice(body: Uint8Array, ending: string): OpenedFile {
  const office = findLibreOffice()
  if (!office) throw new Error('LibreOffice is missing: the line above says how to install it')
  const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-office-'))
  const at = (name: string) => path.join(folder, name)
  const said = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 120_000,
    }).toString('utf8')
  try {
    writeFileSync(at(`file.${ending}`), body)
    said(
      office,
      `-env:UserInstallation=file://${at('profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      `file.${ending}`,
    )
    const pages = said('pdftotext', '-layout', 'file.pdf', '-').split('\f').slice(0, -1)
    said('pdftoppm', '-r', '60', '-l', '3', '-png', 'file.pdf', 'page')
    const pictures = readdirSync(folder)
      .filter((name) => name.startsWith('page'))
      .sort()
      .map((name) => readFileSync(at(name)))
    return { pages, pictures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
