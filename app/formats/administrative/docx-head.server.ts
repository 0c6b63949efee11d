import { Paragraph, type Table } from 'docx'
import { centred, gap, grid, points, rule, run } from './docx-parts.server'
import { textWidth, type Sheet } from './sheet'
import { balancedLines, boldWidth } from './text-width'

const left = 70
const right = textWidth - left
const capitals = (text: string, { language }: Pick<Sheet, 'language'>) => text.toLocaleUpperCase(language)

/** Who issues it at the left, the nation and its motto at the right; below them number and date. */
export function head(sheet: Sheet): Table {
  const { nation, motto, superior, issuer, number, subject, placeDate } = sheet
  const above = balancedLines(capitals(superior, sheet), 12, left)
  const body = balancedLines(capitals(issuer, sheet), 12, left)
  const issuing = Math.max(...body.map((line) => boldWidth(line, 12)), 20)
  return grid(
    [left, right],
    [
      [
        [
          ...above.map((line) => centred(line, { size: 12 })),
          ...body.map((line) => centred(line, { size: 12, bold: true })),
          rule(Math.min(issuing, left) * 0.42, left),
        ],
        [
          centred(capitals(nation, sheet), { size: 12, bold: true }),
          centred(motto, { size: 13, bold: true }),
          rule(boldWidth(motto, 13), right),
        ],
      ],
      [
        [
          centred(number, { size: 13 }, { spacing: { before: points(6) } }),
          ...(subject ? [centred(subject, { size: 12 })] : []),
        ],
        [centred(placeDate, { size: 14, italics: true }, { spacing: { before: points(6) } })],
      ],
    ],
  )
}

/** The kind of document and what it is about, or to whom a letter goes. */
export function title(sheet: Sheet): Paragraph[] {
  const { typeName, about, to } = sheet
  const made: Paragraph[] = [gap(14)]
  if (typeName) {
    made.push(
      centred(capitals(typeName, sheet), { size: 14, bold: true }, { keepNext: true }),
      centred(about, { size: 14, bold: true }, { keepNext: true }),
      rule(Math.min(boldWidth(about, 14), 90) * 0.42, textWidth, 12),
    )
  }
  if (!to) return made
  const [only, ...others] = to.names
  if (others.length === 0)
    made.push(centred(`${to.label}: ${only ?? ''}`, { size: 14 }, { spacing: { after: points(12) } }))
  else {
    made.push(new Paragraph({ indent: { left: 1700 }, children: [run(`${to.label}:`, { size: 14 })] }))
    made.push(
      ...to.names.map(
        (name, i) =>
          new Paragraph({
            indent: { left: 2300 },
            spacing: { after: i === to.names.length - 1 ? points(12) : 0 },
            children: [run(`- ${name}${i === to.names.length - 1 ? '.' : ';'}`, { size: 14 })],
          }),
      ),
    )
  }
  return made
}

/** To whom copies go at the left, who signs at the right. */
export function foot(sheet: Sheet): Table {
  const { recipients, signature } = sheet
  const last = recipients.lines.length - 1
  const half = textWidth / 2
  const signs = [...signature.authority, signature.title].filter(Boolean)
  return grid(
    [half, half],
    [
      [
        [
          new Paragraph({ children: [run(`${recipients.label}:`, { size: 12, bold: true, italics: true })] }),
          ...recipients.lines.map(
            (line, i) =>
              new Paragraph({ children: [run(`- ${line}${i === last ? '.' : ';'}`, { size: 11 })] }),
          ),
        ],
        [
          ...signs.map((line) => centred(capitals(line, sheet), { size: 14, bold: true })),
          ...Array.from({ length: 4 }, () => centred('', { size: 14 })),
          centred(signature.name, { size: 14, bold: true }),
        ],
      ],
    ],
  )
}
