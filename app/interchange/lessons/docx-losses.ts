import { childOf, childrenOf, textIn, type XmlElement } from '../questions/safe-xml'
import type { Loss } from './document'
import { wordValue, type WordStyle } from './docx-styles'

/** What mammoth leaves out or puts elsewhere, by the elements that say so (ECMA-376, part 1, chapters 17 and 20 to 22). */
const counted: Record<string, string> = {
  txbxContent: 'loss.textBox',
  chart: 'loss.chart',
  relIds: 'loss.smartArt',
  oMath: 'loss.equation',
  OLEObject: 'loss.object',
  commentReference: 'loss.comment',
  footnoteReference: 'loss.note',
  endnoteReference: 'loss.note',
  ins: 'loss.inserted',
  moveTo: 'loss.inserted',
  del: 'loss.deleted',
  moveFrom: 'loss.deleted',
  videoFile: 'loss.media',
  webVideoPr: 'loss.media',
  contentPart: 'loss.ink',
}
/** Marks of tracked changes that say only how a paragraph or a row looks. */
const looks = new Set(['rPr', 'trPr', 'pPr', 'sectPr', 'tblPr'])

/** What of the text could not be taken over, each with the heading that it stands under. */
export function wordLosses(document: XmlElement, styles: ReadonlyMap<string, WordStyle>): Loss[] {
  const losses: Loss[] = []
  let where: Loss['where'] = { key: 'place.start' }
  const tell = (key: string) => losses.push({ what: { key, values: { count: 1 } }, where })
  const walk = (element: XmlElement) => {
    const { name } = element
    const key = Object.hasOwn(counted, name) ? counted[name] : undefined
    if (key) tell(key)
    if (name === 'srcRect' && [...element.attributes.values()].some((value) => Number(value) > 0))
      tell('loss.cropped')
    if (name === 'p') {
      const style = styles.get(wordValue(childOf(childOf(element, 'pPr') ?? element, 'pStyle')))
      const title = style?.heading ? textIn(element).replace(/\s+/g, ' ').trim() : ''
      if (title) where = { key: 'place.heading', values: { title: title.slice(0, 80) } }
    }
    // A part is written twice: for programs that know the new kind and for those that do not.
    const choice = name === 'AlternateContent' ? childOf(element, 'Choice') : undefined
    for (const child of choice ? [choice] : childrenOf(element)) if (!looks.has(child.name)) walk(child)
  }
  walk(document)
  return losses
}
