import type { Draft, DraftPart } from './draft'

/** What stands where in the body of a document, for the page on which it is edited. */
export type OutlineItem =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'words'; key: string }
  | { kind: 'table' | 'chart'; text: string; rows: number }
  | { kind: 'annex'; text: string }

/** Tables and charts by their names: they always follow the data. */
export function outlineOf({ parts, annexes }: Draft): OutlineItem[] {
  return [
    ...parts.map(itemOf),
    ...annexes.flatMap(({ title, parts: own }): OutlineItem[] => [
      { kind: 'annex', text: title },
      ...own.map(itemOf),
    ]),
  ]
}

function itemOf(part: DraftPart): OutlineItem {
  switch (part.kind) {
    case 'heading':
      return part
    case 'words':
      return { kind: 'words', key: part.key }
    case 'table':
      return {
        kind: 'table',
        text: part.table.caption,
        rows: part.table.rows.filter((row) => 'cells' in row).length,
      }
    case 'chart':
      return { kind: 'chart', text: part.title, rows: 0 }
  }
}
