import { decodeText } from '~/formats/csv'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { questionLimits, type FoundFile, type FoundQuestion } from '../found'
import { parseXml, type XmlElement } from '../safe-xml'
import { manifestPaths } from './manifest'
import { readItem } from './read-item'
import { packagePath } from './texts'

const format = 'QTI 2.1, 2.2'

/**
 * The questions of a QTI 2.1 or 2.2 package, from its files by their path: in the order of the manifest, then any
 * assessmentItem that it does not name; without a manifest every one there is. A file that is damaged costs that question
 * alone. Questions are of the language that each names, else of `locale`. Never throws.
 */
export function readQti(files: ReadonlyMap<string, Uint8Array>, locale: Locale): FoundFile {
  const none = (key: string, values?: Message['values']): FoundFile => ({
    questions: [],
    problem: values ? { key, values } : { key },
  })
  const xml = [...files.keys()].filter((path) => /\.xml$/i.test(path))
  const manifest = xml.find((path) => /(^|\/)imsmanifest\.xml$/i.test(path))
  const folder = manifest ? folderOf(manifest) : ''
  const bytes = manifest ? files.get(manifest) : undefined
  const listing = bytes ? parsed(bytes) : null
  const named = listing?.document
    ? manifestPaths(listing.document).flatMap((href) => packagePath(folder, href) ?? [])
    : []
  const order = [
    ...new Set([...named.filter((path) => files.has(path)), ...xml.filter((path) => path !== manifest)]),
  ]
  const questions: FoundQuestion[] = []
  let foreign = false
  for (const path of order) {
    const { document, problem } = parsed(files.get(path)!)
    const add = (found: Pick<FoundQuestion, 'name' | 'item' | 'losses' | 'pictures'>) =>
      questions.push({ number: questions.length + 1, line: null, category: [], ...found })
    if (document?.name === 'assessmentItem')
      add(readItem(document, { locale, files, folder: folderOf(path) }))
    else if (document) foreign ||= isForeign(document)
    else if (xml.length === 1 || named.includes(path) || !manifest) {
      if (files.size === 1 && problem) return { questions: [], problem }
      const losses = [
        { key: 'qti.file', values: { file: path.slice(0, 120) } },
        ...(problem ? [problem] : []),
      ]
      add({ name: null, item: null, losses, pictures: [] })
    }
    if (questions.length > questionLimits.questions)
      return none('fault.tooMany', { limit: questionLimits.questions })
  }
  if (questions.length > 0) return { questions, problem: null }
  if (listing?.problem) return { questions: [], problem: listing.problem }
  return manifest && !foreign ? none('fault.noQuestions') : none('fault.notFormat', { format })
}

/** QTI 1.2 and 3.0 bear the same name and are other formats. */
const isForeign = ({ name }: XmlElement) => name === 'questestinterop' || name.startsWith('qti-')

const folderOf = (path: string) => path.split('/').slice(0, -1).join('/')

function parsed(bytes: Uint8Array): { document: XmlElement | null; problem: Message | null } {
  const text = decodeText(bytes)
  if (text === null) return { document: null, problem: { key: 'fault.notFormat', values: { format } } }
  return parseXml(text)
}
