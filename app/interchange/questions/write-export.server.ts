import { itemVersion } from '~/assessment/content.server'
import { draftItemSchema, type DraftItem } from '~/assessment/item'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { fileName } from '~/formats/file-name'
import { servedFigure } from '~/learning/figure.server'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { writeAiken } from './aiken-write'
import type { ExportChoice, ExportFormat } from './export-choice'
import type { WrittenFile } from './found'
import { writeGift } from './gift-write'
import { writeMoodleXml } from './moodle-write'
import { writePack } from './pack/write-pack.server'
import { writeQtiPackage } from './qti/qti-package.server'
import { questionWorkbook } from './sheet-template.server'

const types: Record<ExportFormat, { type: string; ending: string }> = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  aiken: { type: 'text/plain; charset=utf-8', ending: 'txt' },
  gift: { type: 'text/plain; charset=utf-8', ending: 'gift.txt' },
  moodle: { type: 'application/xml; charset=utf-8', ending: 'xml' },
  moodleBoth: { type: 'application/xml; charset=utf-8', ending: 'xml' },
  qti21: { type: 'application/zip', ending: 'zip' },
  qti22: { type: 'application/zip', ending: 'zip' },
  pack: { type: 'application/zip', ending: 'zip' },
}

export type ExportFile = { name: string; type: string; bytes: Uint8Array; losses: WrittenFile['losses'] }

/** The newest versions in use that a choice means, in the order of the bank. */
function chosenItems({ competency, level, kind, purpose, items }: ExportChoice): DraftItem[] {
  const ids = reader.sql.all<{ id: string }>(
    `SELECT id FROM ItemVersion v WHERE NOT retired
       AND version = (SELECT max(version) FROM ItemVersion n WHERE n.code = v.code)
       AND (? IS NULL OR competency = ?) AND (? IS NULL OR level = ?) AND (? IS NULL OR kind = ?) AND (? IS NULL OR purpose = ?)
       AND (? IS NULL OR code IN (SELECT value FROM json_each(?))) ORDER BY competency, level, code`,
    ...[competency, competency, level, level, kind, kind, purpose, purpose],
    ...(items ? [JSON.stringify(items), JSON.stringify(items)] : [null, null]),
  )
  return ids.map(({ id }) => draftItemSchema.parse(itemVersion(id)))
}

/**
 * The chosen items as a file, with what each of them loses on the way. `reader` is the language of headings in a workbook;
 * a format of one language has the texts of `choice.language`.
 */
export async function exportQuestions(
  actor: Actor,
  choice: ExportChoice,
  locale: Locale,
): Promise<ExportFile & { count: number }> {
  authorise(actor, 'studio.write')
  const items = chosenItems(choice)
  const { content, losses } = await written(items, choice, locale)
  const { type, ending } = types[choice.format]
  const parts = [getT(locale, 'interchange')('export.fileName'), choice.competency ?? '', choice.format]
  return {
    name: fileName(parts, ending),
    type,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    losses: losses.filter((each) => each.losses.length > 0),
    count: items.length,
  }
}

function written(
  items: DraftItem[],
  { format, language }: ExportChoice,
  locale: Locale,
): WrittenFile<string | Uint8Array> | Promise<WrittenFile<string | Uint8Array>> {
  switch (format) {
    case 'xlsx':
      return questionWorkbook(items, locale)
    case 'aiken':
      return writeAiken(items, language)
    case 'gift':
      return writeGift(items, language)
    case 'moodle':
    case 'moodleBoth':
      return writeMoodleXml(items, language, picturesOf(items), { both: format === 'moodleBoth' })
    case 'qti21':
    case 'qti22':
      return writeQtiPackage(items, language, format === 'qti21' ? '2.1' : '2.2', picturesOf(items))
    case 'pack':
      return writePack(items, servedFigure)
  }
}

/** The bytes of the pictures that items show, by their `src`. */
function picturesOf(items: DraftItem[]): Map<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>()
  for (const { picture } of items) {
    const figure = picture?.figure ? servedFigure(picture.figure.hash) : null
    if (picture && figure) pictures.set(picture.src, figure.bytes)
  }
  return pictures
}

/** What there is to choose from, and what an export would lose, before anything is sent. */
export async function viewExport(actor: Actor, choice: ExportChoice, locale: Locale) {
  const { count, losses, bytes } = await exportQuestions(actor, choice, locale)
  const { domains, levels } = latestFramework(profileFramework).framework
  return { count, losses, size: bytes.length, domains, levels }
}
