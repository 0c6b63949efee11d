import { stringify } from 'yaml'
import type { DraftItem } from '~/assessment/item'
import { codeOfItem } from '~/assessment/item'
import type { SurveyForm } from '~/assessment/form'
import type { Scenario } from '~/assessment/practice/scenario'
import type { FigureSource, Module } from '~/learning/module'

/** What goes into a content pack. `items` may hold those of the modules too: each stands in the pack once. */
export type PackContent = { items: DraftItem[]; modules: Module[]; forms: SurveyForm[]; practice: Scenario[] }

/** The files of a pack besides items of the bank, by their paths. Pictures are named by their hashes, to be fetched. */
export type PackFilesOut = {
  texts: Map<string, string>
  pictures: Map<string, string>
  /** Items that stand in no module's folder. */
  bank: DraftItem[]
}

const yaml = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })

/** Content as the files of content/, both languages. The same content gives the same files. */
export function contentFiles({ items, modules, forms, practice }: PackContent): PackFilesOut {
  const texts = new Map<string, string>()
  const pictures = new Map<string, string>()
  const inModules = new Set<string>()
  for (const { id: _id, ...task } of practice as (Scenario & { id?: string })[])
    texts.set(`practice/${task.code}.yaml`, yaml(task))
  for (const { id: _id, ...form } of forms as (SurveyForm & { id?: string })[])
    texts.set(`forms/${form.code}.yaml`, yaml(form))
  for (const module of modules) {
    const folder = `modules/${module.code}`
    texts.set(`${folder}/module.yaml`, yaml(manifestOf(module)))
    for (const { code, text } of [
      ...module.lessons,
      ...(module.guide ? [{ code: 'guide', text: module.guide }] : []),
    ])
      for (const locale of ['vi', 'en'] as const) texts.set(`${folder}/${code}.${locale}.md`, text[locale])
    for (const [path, { vi, en }] of Object.entries(module.figures)) {
      const isOne = JSON.stringify(vi) === JSON.stringify(en)
      const put = (name: string, source: FigureSource) =>
        source.kind === 'drawing'
          ? texts.set(`${folder}/${name}`, source.svg)
          : pictures.set(`${folder}/${name}`, source.hash)
      if (isOne) put(path, vi)
      else
        for (const [locale, source] of [['vi', vi] as const, ['en', en] as const])
          put(path.replace(/\.(\w+)$/, `.${locale}.$1`), source)
    }
    const own = ownItems(module, items)
    for (const { code, picture } of own) {
      inModules.add(code)
      if (picture?.figure) pictures.set(`${folder}/${picture.src}`, picture.figure.hash)
    }
    if (own.length > 0) texts.set(`${folder}/items.yaml`, yaml({ items: own.map(teachingItem) }))
  }
  return { texts, pictures, bank: items.filter(({ code }) => !inModules.has(code)) }
}

/** The items of a module's own folder: those that it uses and whose code begins with its own. */
function ownItems(module: Module, items: DraftItem[]): DraftItem[] {
  const used = new Set(
    [...module.lessons.flatMap(({ checks }) => checks), ...module.quiz.items].map(codeOfItem),
  )
  return items.filter(({ code }) => used.has(code) && code.startsWith(`${module.code}-`))
}

function teachingItem(item: DraftItem): Record<string, unknown> {
  const { purpose: _purpose, name: _name, category: _category, picture, ...rest } = item
  const packed: Record<string, unknown> = { ...rest }
  delete packed.id
  return picture ? { ...packed, picture: { src: picture.src, alt: picture.alt } } : packed
}

function manifestOf(module: Module): Record<string, unknown> {
  const { code, version, title, aim, competencies, requires, practice, lessons, quiz, moved } = module
  return {
    ...{ code, version, title, aim, for: module.for, competencies, requires, practice },
    lessons: lessons.map((lesson) => ({
      ...{ code: lesson.code, minutes: lesson.minutes, title: lesson.title, aim: lesson.aim },
    })),
    quiz: { ...quiz, items: quiz.items.map(codeOfItem) },
    moved,
  }
}

/** The items that modules use, by the ids of their versions. */
export function itemIdsOf(modules: readonly Module[]): string[] {
  return [
    ...new Set(
      modules.flatMap(({ lessons, quiz }) => [...lessons.flatMap(({ checks }) => checks), ...quiz.items]),
    ),
  ]
}
