import { htmlTags } from './html-tags'

/**
 * The parts of an HTML text that are marked as of a language, each language's text whole: what is not marked
 * belongs to all. Null where nothing is marked. Moodle's filters know two marks: `<span lang="vi"
 * class="multilang">` (docs.moodle.org/en/Multi-language_content_filter; `<lang lang="vi">` is its older form) and
 * `{mlang vi}…{mlang}`, also `{mlang vi,en}` and `{mlang other}` (its plugin Multi-Language Content (v2)).
 */
export function languagesOf(html: string): ReadonlyMap<string, string> | null {
  const runs = [...spans(html)].flatMap(({ languages, text }) =>
    languages ? [{ languages, text }] : braces(text),
  )
  const all = new Set(runs.flatMap(({ languages }) => languages ?? []))
  if (all.size === 0) return null
  const kept = [...all].filter((each, i) => i < 20 || ['vi', 'en', 'other'].includes(each))
  return new Map(
    kept.map((language): [string, string] => [
      language,
      runs
        .filter(({ languages }) => !languages || languages.includes(language))
        .map(({ text }) => text)
        .join(''),
    ]),
  )
}

type Run = { languages: string[] | null; text: string }

/** `vi_VN` is Vietnamese. */
const short = (language: string) => language.trim().toLowerCase().split(/[-_]/)[0]!

function* spans(html: string): Generator<Run> {
  if (!/multilang|<lang\b/i.test(html)) {
    yield { languages: null, text: html }
    return
  }
  let languages: string[] | null = null
  let inside: string | null = null
  let depth = 0
  let text: string[] = []
  for (const part of htmlTags(html)) {
    if (typeof part === 'string') {
      text.push(part)
      continue
    }
    const begins =
      inside === null &&
      !part.closing &&
      (part.name === 'lang' || (part.name === 'span' && part.attributes.get('class')?.includes('multilang')))
    const language = short(part.attributes.get('lang') ?? '')
    if (begins && language !== '') {
      yield { languages: null, text: text.join('') }
      text = []
      ;[languages, inside, depth] = [[language], part.name, 1]
      continue
    }
    if (part.name === inside && !part.closed) depth += part.closing ? -1 : 1
    if (inside !== null && depth === 0) {
      yield { languages, text: text.join('') }
      text = []
      ;[languages, inside] = [null, null]
      continue
    }
    text.push(part.source)
  }
  yield { languages, text: text.join('') }
}

function braces(text: string): Run[] {
  if (!text.includes('{mlang')) return [{ languages: null, text }]
  // Odd places hold what stands in the marks.
  const parts = text.split(/\{mlang([^{}]{0,60})\}/)
  let languages: string[] | null = null
  return parts.flatMap((part, i): Run[] => {
    if (i % 2 === 0) return part === '' ? [] : [{ languages, text: part }]
    const named = part.split(',').map(short).filter(Boolean)
    languages = named.length > 0 ? named : null
    return []
  })
}
