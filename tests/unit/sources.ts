import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export const root = path.resolve(import.meta.dirname, '../..')

/** Files under `folder` whose name ends so, as paths from the top of the repository. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => ending.test(file) && !file.includes('/generated/'))
    .sort()
}

export function readText(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

export function parseSource(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    readText(file),
    ts.ScriptTarget.ES2022,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
}

/** Calls `visit` for every node of a file. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  node.forEachChild((child) => walk(child, visit))
}

/** The application's own files, without tests. */
export function appSources(): string[] {
  return filesUnder('app', /\.tsx?$/).filter((file) => !/\.test\.tsx?$/.test(file))
}
