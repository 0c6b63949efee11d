import { childOf, childrenOf, type XmlElement } from '../questions/safe-xml'

/** Paragraphs of a contents list: the product makes its own. */
const contents = [
  ...Array.from({ length: 9 }, (_, at) => `toc ${at + 1}`),
  'TOC Heading',
  'table of figures',
].map((name) => `p[style-name='${name}'] => !`)

export const wordValue = (element: XmlElement | undefined) => element?.attributes.get('w:val') ?? ''

/** A style of paragraphs: its name, and the level of heading that it is, 0 for none. */
export type WordStyle = { name: string; heading: number }

/**
 * The styles of paragraphs by their ids. A style is a heading by its name (`heading 1`, whatever language Word speaks), by its
 * outline level, or by the style that it is based on (ECMA-376, part 1, sections 17.3.1.20 and 17.7.4.3).
 */
export function wordStyles(styles: XmlElement | undefined): Map<string, WordStyle> {
  const all = new Map<string, XmlElement>()
  for (const style of styles ? childrenOf(styles, 'style') : [])
    if (style.attributes.get('w:type') === 'paragraph')
      all.set(style.attributes.get('w:styleId') ?? '', style)
  const levelOf = (style: XmlElement | undefined, left = 20): number => {
    if (!style || left === 0) return 0
    const name = /^heading ([1-9])$/i.exec(nameOf(style))
    if (name) return Number(name[1])
    const outline = childOf(childOf(style, 'pPr') ?? style, 'outlineLvl')
    if (outline) return /^[0-8]$/.test(wordValue(outline)) ? Number(wordValue(outline)) + 1 : 0
    const base = childOf(style, 'basedOn')
    return base ? levelOf(all.get(wordValue(base)), left - 1) : 0
  }
  return new Map([...all].map(([id, style]) => [id, { name: nameOf(style), heading: levelOf(style) }]))
}

const nameOf = (style: XmlElement) => wordValue(childOf(style, 'name'))

/** What mammoth is to make of styles, beside what it knows of itself. */
export function styleMap(styles: ReadonlyMap<string, WordStyle>): string[] {
  const headings = [...styles.values()].flatMap(({ name, heading }) =>
    heading > 0 && /^[^'\\\n]{1,100}$/.test(name)
      ? [`p[style-name='${name}'] => h${Math.min(heading, 6)}:fresh`]
      : [],
  )
  return ["p[style-name='Title'] => p.title:fresh", ...contents, ...headings.slice(0, 200)]
}
