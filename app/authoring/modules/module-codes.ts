import { reservedLessons } from '~/learning/pack/pack-file'
import { freeCode, slug, type DraftModule } from './draft-module'

/** A module with a code of its own where it has none yet: from its Vietnamese title. */
export function withCode(data: DraftModule, isTaken: (code: string) => boolean): DraftModule {
  const wanted = data.code || slug(data.title.vi) || slug(data.title.en) || 'hoc-phan'
  const code = freeCode(wanted, isTaken)
  return code === data.code ? data : { ...data, code }
}

/** A module whose lessons all have codes, by which learners reach them: from their Vietnamese titles. Codes once given stay. */
export function withLessonCodes(data: DraftModule): DraftModule {
  const taken = new Set([...reservedLessons, ...data.lessons.map(({ code }) => code)])
  const lessons = data.lessons.map((lesson) => {
    if (lesson.code !== '') return lesson
    const code = freeCode(slug(lesson.title.vi) || slug(lesson.title.en) || 'bai', (each) => taken.has(each))
    taken.add(code)
    return { ...lesson, code }
  })
  return lessons.every((lesson, i) => lesson === data.lessons[i]) ? data : { ...data, lessons }
}
