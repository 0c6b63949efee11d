import { plannerOf } from './actors'

const day = 86_400_000

/** A class of two competencies a week ahead with these people. Import after `freshDatabase()`. */
export async function trainingClass(
  provinceCode: string,
  personIds: string[],
): Promise<{ classId: string; classSession: string }> {
  const { createClass } = await import('~/classes/save-class.server')
  const { addPeople } = await import('~/classes/people/add-people.server')
  const { viewClass } = await import('~/classes/view-class.server')
  const planner = plannerOf(provinceCode)
  const date = new Date(Date.now() + 7 * day).toISOString().slice(0, 10)
  const { id } = await createClass(planner, {
    titleVi: 'Lớp thử',
    titleEn: 'A trial class',
    aimVi: 'Thử',
    competencies: ['4.1', '4.2'],
    modules: ['infosec'],
    minShare: 80,
    sessions: [{ id: null, date, startsAt: '08:00', endsAt: '11:00', place: 'Hội trường', trainer: '' }],
  })
  if (!id) throw new Error('the class was not made')
  await addPeople(planner, id, personIds)
  return { classId: id, classSession: viewClass(planner, id).class.sessions[0]!.id }
}
