import type { ItemVersion } from '~/assessment/item'
import type { Module, ModuleVersion, QuizRules } from '~/learning/module'

/** Builders of small modules for tests. Import after `freshDatabase()`. */

const text = (words: string) => ({ vi: words, en: `${words} (en)` })

/** A single choice whose right answer is `b`, with a word on every option. */
export function teachingItem(code: string, over: Partial<ItemVersion> = {}): ItemVersion {
  const version = over.version ?? 1
  return {
    id: `${code}@${version}`,
    code,
    version,
    purpose: 'teach',
    competency: '4.1',
    level: 1,
    kind: 'single',
    stem: text(`Câu ${code}`),
    explanation: text(`Vì sao ${code}`),
    options: ['a', 'b', 'c'].map((id) => ({
      id,
      ...text(`Phương án ${id}`),
      correct: id === 'b',
      feedback: text(`Nhận xét ${id}`),
    })),
    ...over,
  } as ItemVersion
}

type ModuleParts = Partial<Omit<Module, 'lessons' | 'quiz'>> & {
  /** Codes of the lessons. */
  lessons?: string[]
  /** Items of the quiz; four single choices where nothing is said. */
  items?: ItemVersion[]
  draw?: number
  pass?: number
  rules?: QuizRules
}

/**
 * Stores a version of a module and its items; two lessons (`one`, `two`), each with a check, and a quiz of four items:
 * `await storedModule({ code: 'trial' })`, and the next version with `{ code: 'trial', version: 2, lessons: ['one'] }`.
 */
export async function storedModule(parts: ModuleParts = {}): Promise<ModuleVersion> {
  const { lessons = ['one', 'two'], items, draw, pass = 75, rules, ...rest } = parts
  const code = parts.code ?? 'trial'
  const version = parts.version ?? 1
  const asked =
    items ??
    ['4.1', '4.1', '4.2', '4.2'].map((competency, i) => teachingItem(`${code}-q${i + 1}`, { competency }))
  const checks = lessons.map((lesson, i) =>
    teachingItem(`${code}-c-${lesson}`, { competency: i % 2 === 0 ? '4.1' : '4.2' }),
  )
  const module: Module = {
    title: text(`Học phần ${code}`),
    aim: text('biết làm'),
    for: ['staff'],
    competencies: [{ code: '4.1', level: 2 }],
    requires: [],
    practice: [],
    moved: {},
    guide: null,
    figures: {},
    ...rest,
    code,
    version,
    lessons: lessons.map((lesson, i) => ({
      code: lesson,
      minutes: 5,
      title: text(`Bài ${lesson}`),
      aim: text('biết làm'),
      text: text('## Mục một\n\nChữ.\n\n## Mục hai\n\nChữ.'),
      checks: [checks[i]!.id],
    })),
    quiz: { ...rules, pass, draw: draw ?? asked.length, items: asked.map(({ id }) => id) },
  }
  const { inTransaction } = await import('~/platform/db/db.server')
  const id = `${code}@${version}`
  await inTransaction(async (tx) => {
    for (const item of [...asked, ...checks]) await storeItem(tx, item)
    const data = JSON.stringify(module)
    await tx.moduleVersion.create({ data: { id, code, version, hash: id, data, loadedAt: new Date() } })
  })
  return { ...module, id, hash: id }
}

type Writer = Parameters<Parameters<typeof import('~/platform/db/db.server').inTransaction>[0]>[0]

async function storeItem(tx: Writer, { id, ...item }: ItemVersion): Promise<void> {
  const { code, version, competency, level, purpose, kind } = item
  const row = { code, version, competency, level, purpose, kind, hash: id, data: JSON.stringify(item) }
  await tx.itemVersion.upsert({ where: { id }, update: {}, create: { id, ...row, loadedAt: new Date() } })
}

/** No version of the module is given to people any more. */
export async function withdrawModule(code: string): Promise<void> {
  const { inTransaction } = await import('~/platform/db/db.server')
  await inTransaction((tx) => tx.moduleVersion.updateMany({ where: { code }, data: { retired: true } }))
}
