import type { ZodType } from 'zod'
import { allCompetencies, frameworkSchema, type Framework } from '~/competency/framework'
import { standardFaults, standardSchema, type Standard } from '~/competency/standard'
import { selfAssessmentSchema, type SelfQuestion } from '~/competency/self-assessment'
import { inFileOrder, type Problem } from '~/formats/problem'
import { readYaml, type YamlSource } from '~/formats/yaml-source'
import { surveyFormSchema, type SurveyForm } from './form'
import { compositionOf } from './form-quiz'
import { showIfFaults } from './show-if'
import { itemFaults, itemFileSchema, type Item } from './item'
import { playFaults, scenarioFaults } from './practice/play'
import { scenarioSchema, type Scenario } from './practice/scenario'

/** A part of content/ with the place where it is written. */
export type Placed<T> = { value: T; file: string; line: number }

export type ContentPack = {
  frameworks: Placed<{ framework: Framework; self: SelfQuestion[] }>[]
  items: Placed<Item>[]
  forms: Placed<SurveyForm>[]
  standards: Placed<Standard>[]
  practice: Placed<Scenario>[]
}

type Read<T> = { file: string; value: T; lineOf: YamlSource<T>['lineOf'] }

/**
 * Frameworks, items and forms from the files of content/, by their paths from there, and everything that is wrong with
 * them: a pack with a problem is not to be loaded. With `play`, every way through every practice task is played too, which
 * takes a second or so.
 */
export function readContent(
  files: Map<string, string>,
  { play = false } = {},
): { pack: ContentPack; problems: Problem[] } {
  const problems: Problem[] = []
  const frameworks = readAll(/^frameworks\/[^/]+\.yaml$/, frameworkSchema)
  const self = readAll(/^frameworks\/self-assessment\/[^/]+\.yaml$/, selfAssessmentSchema)
  const itemFiles = readAll(/^items\/[^/]+\.yaml$/, itemFileSchema)
  const standards = readAll(/^measurement\/[^/]+\.yaml$/, standardSchema)
  const practice = readAll(/^practice\/[^/]+\.yaml$/, scenarioSchema)
  const forms = readAll(/^forms\/[^/]+\.yaml$/, surveyFormSchema)
  const competencies = new Set(
    frameworks.flatMap(({ value }) => allCompetencies(value).map(({ code }) => code)),
  )
  const known = (competency: string, file: string, line: number) => {
    if (!competencies.has(competency))
      problems.push({ file, line, key: 'competency.unknown', values: { competency } })
  }

  const codes = new Set<string>()
  const items = itemFiles.flatMap(({ file, value, lineOf }) => {
    known(value.competency, file, lineOf(['competency']))
    return value.items.map((each, at): Placed<Item> => {
      const item = { ...each, competency: value.competency }
      const line = lineOf(['items', at])
      const faults = itemFaults(item)
      if (codes.has(item.code)) faults.unshift('item.twice')
      if (item.picture) faults.push('item.pictureHere')
      for (const key of faults) problems.push({ file, line, key, values: { item: item.code } })
      codes.add(item.code)
      return { value: item, file, line }
    })
  })

  const questions = self.flatMap(({ file, value, lineOf }) =>
    value.questions.map((question, at) => {
      known(question.competency, file, lineOf(['questions', at, 'competency']))
      return question
    }),
  )

  const tasks = new Set<string>()
  for (const { file, value, lineOf } of practice) {
    if (tasks.has(value.code))
      problems.push({ file, line: lineOf(['code']), key: 'practice.codeTwice', values: { code: value.code } })
    tasks.add(value.code)
    value.evidence.forEach(({ competency }, at) => known(competency, file, lineOf(['evidence', at])))
    for (const { path, ...fault } of [...scenarioFaults(value), ...(play ? playFaults(value) : [])])
      problems.push({ file, line: lineOf(path), ...fault })
  }

  for (const { file, value, lineOf } of forms) {
    if (!frameworks.some(({ value: { code } }) => code === value.framework)) {
      const values = { framework: value.framework }
      problems.push({ file, line: lineOf(['framework']), key: 'form.framework', values })
    }
    const asked = new Set<string>()
    const conditions = showIfFaults(value)
    value.sections.forEach((section, at) => {
      if (section.kind === 'quiz') {
        const line = lineOf(['sections', at])
        if (!compositionOf(section))
          problems.push({ file, line, key: 'form.quizHow', values: { section: section.code } })
        for (const { competency } of section.blueprint ?? []) known(competency, file, line)
        for (const code of section.items ?? [])
          if (!codes.has(code)) problems.push({ file, line, key: 'form.noItem', values: { item: code } })
      }
      if (section.kind === 'practice')
        section.tasks.forEach((code, i) => {
          const task = practice.find(({ value: { code: each } }) => each === code)
          const key = !task ? 'form.noTask' : task.value.purpose !== 'measure' ? 'form.teachingTask' : null
          if (key)
            problems.push({ file, line: lineOf(['sections', at, 'tasks', i]), key, values: { task: code } })
        })
      if (section.kind !== 'questions') return
      section.questions.forEach(({ code }, i) => {
        const line = lineOf(['sections', at, 'questions', i])
        if (asked.has(code)) problems.push({ file, line, key: 'form.twice', values: { question: code } })
        for (const { key, values } of asked.has(code)
          ? []
          : conditions.filter((each) => each.question === code))
          problems.push({ file, line, key, values: values ?? {} })
        asked.add(code)
      })
    })
  }

  for (const { file, value, lineOf } of standards) {
    const framework = frameworks.find(({ value: { code } }) => code === value.framework)?.value
    const faults = framework
      ? standardFaults(value, framework)
      : [{ key: 'form.framework', values: { framework: value.framework } }]
    for (const fault of faults) problems.push({ file, line: lineOf(['framework']), ...fault })
  }

  return {
    pack: {
      frameworks: frameworks.map(({ file, value, lineOf }) => ({
        file,
        line: lineOf(['version']),
        value: {
          framework: value,
          self: allCompetencies(value).flatMap(({ code }) =>
            questions.filter(({ competency }) => competency === code),
          ),
        },
      })),
      items,
      forms: forms.map(placed),
      standards: standards.map(placed),
      practice: practice.map(placed),
    },
    problems: inFileOrder(problems),
  }

  function placed<T>({ file, value, lineOf }: Read<T>): Placed<T> {
    return { file, value, line: lineOf(['version']) }
  }

  function readAll<T>(names: RegExp, schema: ZodType<T>): Read<T>[] {
    return [...files].flatMap(([file, text]) => {
      if (!names.test(file)) return []
      const { value, problems: wrong, lineOf } = readYaml(file, text, schema)
      problems.push(...wrong)
      return value === null ? [] : [{ file, value, lineOf }]
    })
  }
}
