/** The lines of one question, without its comments. */
export type GiftBlock = {
  /** The line in the file of each line of `text`, from 1. */
  lines: number[]
  text: string
  /** From comments, as Moodle writes them: `// [id:4.1-2a] [tag:an toàn]`. */
  id: string | null
  tags: string[]
  category: string[]
}

/** The mark that begins a category line. */
export const categoryMark = '$CATEGORY:'

/**
 * The questions of a GIFT file: blank lines stand between them, lines that begin with // are comments, and a line
 * `$CATEGORY: a/b` holds for what follows (docs.moodle.org, "GIFT format"). Where braces are still open, a blank line
 * before a further answer is overlooked, which Moodle does not do.
 */
export function giftBlocks(text: string): GiftBlock[] {
  const blocks: GiftBlock[] = []
  let category: string[] = []
  let block = emptyBlock(category)
  let lines: string[] = []
  let open = false
  let blank = false
  const finish = () => {
    if (lines.length > 0) blocks.push({ ...block, text: lines.join('\n') })
    block = emptyBlock(category)
    lines = []
    open = false
  }
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((line, i) => {
      const start = line.trimStart()
      if (start === '') {
        blank = true
        return
      }
      if (blank && !(open && /^[~=#}]/.test(start))) finish()
      blank = false
      if (start.startsWith('//')) {
        block.id ??= marked(start, 'id')[0] ?? null
        block.tags.push(...marked(start, 'tag'))
      } else if (start.startsWith(categoryMark)) {
        category = foldersOf(start.slice(categoryMark.length))
        finish()
        block.category = category
      } else {
        lines.push(line)
        block.lines.push(i + 1)
        open = staysOpen(line, open)
      }
    })
  finish()
  return blocks
}

function emptyBlock(category: string[]): GiftBlock {
  return { lines: [], text: '', id: null, tags: [], category }
}

/** Whether a brace is open after a line. */
function staysOpen(line: string, open: boolean): boolean {
  for (let i = 0; i < line.length; i += 1) {
    if (line[i] === '\\') i += 1
    else if (line[i] === '{') open = true
    else if (line[i] === '}') open = false
  }
  return open
}

/** The values of `[name:value]` in a comment; `\]` in them is a bracket. */
function marked(comment: string, name: string): string[] {
  const values: string[] = []
  const start = `[${name}:`
  for (let at = comment.indexOf(start); at >= 0; at = comment.indexOf(start, at)) {
    at += start.length
    let end = comment.indexOf(']', at)
    while (end > 0 && comment[end - 1] === '\\') end = comment.indexOf(']', end + 1)
    if (end < 0) break
    const value = comment.slice(at, end).replaceAll('\\]', ']').trim()
    if (value !== '') values.push(value)
    at = end
  }
  return values
}

/** The folders of a category path; a doubled slash is one in a name. What names a context of Moodle is left out. */
export function foldersOf(path: string): string[] {
  const folders = path
    .replaceAll('//', '\ufdd9')
    .split('/')
    .map((folder) => folder.replaceAll('\ufdd9', '/').replace(/\s+/g, ' ').trim())
    .filter((folder) => folder !== '')
  const own = folders.findIndex((folder) => !/^\$[a-z0-9]+\$$/i.test(folder))
  const rest = own < 0 ? [] : folders.slice(own)
  return rest[0] === 'top' ? rest.slice(1) : rest
}

/** The path of folders, outermost first, as a category line holds it. */
export function pathOf(folders: readonly string[]): string {
  return folders.map((folder) => folder.replaceAll('/', '//')).join('/')
}
