import { writeZip } from '~/formats/zip.server'

/** Documents of Word and PowerPoint as ECMA-376 has them, small: only the parts that say something. */

export type OoxmlFiles = Record<string, string | Uint8Array>
type Relation = { id: string; type: string; target: string; external?: boolean }

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
  'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ')

/** A part with every namespace declared on its root. */
export const part = (root: string, inside: string) =>
  `${declaration}<${root} ${namespaces}>${inside}</${root}>`

export function relations(all: Relation[]): string {
  const written = all.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`
}

export function zipped(files: OoxmlFiles): Uint8Array {
  return new Uint8Array(
    writeZip(
      Object.entries(files).map(([path, content]): [string, Uint8Array] => [
        path,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      ]),
    ),
  )
}

const types = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Default Extension="xml" ContentType="application/xml"/></Types>`

export const run = (text: string, look = '') =>
  `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (inside: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inside}</w:p>`
export const styled = (style: string, text: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`)
/** `list` 1 has bullets, 2 numbers. */
export const listed = (list: 1 | 2, level: number, text: string) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
export const table = (rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
export const drawing = (id: string, description: string, more = '') =>
  `<w:drawing><wp:inline><wp:docPr id="1" name="Hình" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${more}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`

const styleNames: [id: string, name: string, more?: string][] = [
  ['Title', 'Title'],
  ['Heading1', 'heading 1'],
  ['Heading2', 'heading 2'],
  ['Heading3', 'heading 3'],
  ['Muc', 'Mục lớn', '<w:basedOn w:val="Heading1"/>'],
  ['De', 'Đề mục', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'],
  ['TOC1', 'toc 1'],
]
const styles = part(
  'w:styles',
  styleNames
    .map(
      ([id, name, more = '']) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`,
    )
    .join(''),
)
const levels = (format: string) =>
  [0, 1, 2].map((at) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')
const numbering = part(
  'w:numbering',
  `<w:abstractNum w:abstractNumId="1">${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('decimal')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
)

/** A document of Word with this body; `files` are put in beside, `related` what its text names. */
export function docx(
  body: string,
  { files = {}, related = [] }: { files?: OoxmlFiles; related?: Relation[] } = {},
): Uint8Array {
  return zipped({
    '[Content_Types].xml': types,
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }]),
    'word/document.xml': part('w:document', `<w:body>${body}</w:body>`),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/_rels/document.xml.rels': relations([
      { id: 'rIdS', type: 'styles', target: 'styles.xml' },
      { id: 'rIdN', type: 'numbering', target: 'numbering.xml' },
      ...related,
    ]),
    ...files,
  })
}

export const slideRun = (text: string, look = '') => `<a:r><a:rPr ${look}/><a:t>${text}</a:t></a:r>`
/** A line of a text body; `properties` as attributes and children of a:pPr. */
export const slideLine = (text: string, level = 0, bullet = '') =>
  `<a:p><a:pPr lvl="${level}">${bullet}</a:pPr>${slideRun(text)}</a:p>`
/** A shape with text; `kind` is the placeholder that it is, `''` one of no kind, null none. */
export function shape(kind: string | null, ...lines: string[]): string {
  const place = kind === null ? '' : `<p:ph${kind ? ` type="${kind}"` : ' idx="1"'}/>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr>${place}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${lines.join('')}</p:txBody></p:sp>`
}
export const slidePicture = (id: string, description: string, more = '') =>
  `<p:pic><p:nvPicPr><p:cNvPr id="4" name="Picture 3" descr="${description}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/>${more}</p:blipFill><p:spPr/></p:pic>`
export const slideFrame = (uri: string, inside = '') =>
  `<p:graphicFrame><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}">${inside}</a:graphicData></a:graphic></p:graphicFrame>`
export const slideGrid = (rows: string[][]) =>
  slideFrame(
    'table',
    `<a:tbl>${rows.map((cells) => `<a:tr>${cells.map((cell) => (cell.startsWith('<') ? cell : `<a:tc><a:txBody><a:p>${slideRun(cell)}</a:p></a:txBody></a:tc>`)).join('')}</a:tr>`).join('')}</a:tbl>`,
  )

export type SlideParts = {
  shapes: string
  notes?: string
  /** The kind of its layout. */
  layout?: string
  hidden?: boolean
  section?: string
  after?: string
  related?: Relation[]
}

/** A presentation; slides stand in the package in the opposite order of the show. */
export function pptx(slides: SlideParts[], files: OoxmlFiles = {}): Uint8Array {
  const file = (at: number) => slides.length - at
  const made: OoxmlFiles = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' }]),
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, at) => ({ id: `rId${at + 10}`, type: 'slide', target: `slides/slide${file(at)}.xml` })),
    ),
  }
  slides.forEach(({ shapes, notes, layout, hidden, after = '', related = [] }, at) => {
    const own: Relation[] = [...related]
    if (layout) {
      made[`ppt/slideLayouts/${layout}.xml`] = part('p:sldLayout', '').replace(
        / xmlns:w=/,
        ` type="${layout}" xmlns:w=`,
      )
      own.push({ id: 'rIdL', type: 'slideLayout', target: `../slideLayouts/${layout}.xml` })
    }
    if (notes !== undefined) {
      made[`ppt/notesSlides/notes${at}.xml`] = part(
        'p:notes',
        `<p:cSld><p:spTree>${shape('sldImg')}${shape('body', slideLine(notes))}${shape('sldNum', slideLine('9'))}</p:spTree></p:cSld>`,
      )
      own.push({ id: 'rIdNotes', type: 'notesSlide', target: `/ppt/notesSlides/notes${at}.xml` })
    }
    const slide = part('p:sld', `<p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>${after}`)
    made[`ppt/slides/slide${file(at)}.xml`] = hidden ? slide.replace('<p:sld ', '<p:sld show="0" ') : slide
    made[`ppt/slides/_rels/slide${file(at)}.xml.rels`] = relations(own)
  })
  const names = [...new Set(slides.map(({ section }) => section ?? ''))].filter(Boolean)
  const idsOf = (name: string) =>
    slides.flatMap(({ section }, at) => (section === name ? `<p14:sldId id="${at + 256}"/>` : [])).join('')
  const sections = names.map(
    (name) =>
      `<p14:section name="${name}" id="{x}"><p14:sldIdLst>${idsOf(name)}</p14:sldIdLst></p14:section>`,
  )
  made['ppt/presentation.xml'] = part(
    'p:presentation',
    `<p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${at + 256}" r:id="rId${at + 10}"/>`).join('')}</p:sldIdLst>` +
      (names.length > 0
        ? `<p:extLst><p:ext uri="{x}"><p14:sectionLst>${sections.join('')}</p14:sectionLst></p:ext></p:extLst>`
        : ''),
  )
  return zipped({ ...made, ...files })
}
