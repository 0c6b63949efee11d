// Training classes of the demo: one to come and one that was held, with attendance and certificates.
import { issueCertificates } from '~/classes/certificates/class-certificates.server'
import type { ClassInput, SessionInput } from '~/classes/class-form'
import { addPeople } from '~/classes/people/add-people.server'
import { markAttendance } from '~/classes/attendance/mark.server'
import { createClass } from '~/classes/save-class.server'
import { viewClass } from '~/classes/view-class.server'
import { randomFrom } from '~/assessment/shuffle'
import { setClock } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'

const day = 86_400_000

/** Makes the two classes for people of the demo leader's commune and its neighbours. */
export async function makeClasses(actor: Actor, today: Date, seed: string): Promise<number> {
  const random = randomFrom(`${seed}/classes`)
  const people = reader.sql
    .all<{ id: string }>(
      `SELECT p.id FROM Person p JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL
       WHERE p.kind = 'civil_servant' ORDER BY pc.communeCode <> '01321', pc.communeCode, p.staffCode LIMIT 34`,
    )
    .map(({ id }) => id)
  const at = (days: number) => new Date(today.getTime() + days * day)

  setClock(at(-30))
  const held = await made(actor, {
    titleVi: 'An toàn thông tin cho công chức cấp xã',
    titleEn: 'Information security for commune staff',
    aimVi: 'Nhận ra thư, tin nhắn lừa đảo và biết phải làm gì ngay.',
    aimEn: 'Recognise fraudulent messages and know what to do at once.',
    competencies: ['4.1', '4.2'],
    modules: ['infosec'],
    minShare: 75,
    sessions: [-16, -15, -14, -13].map((days) => session(at(days), 'Hội trường UBND xã Bảo Lạc')),
  })
  await addPeople(actor, held, people.slice(0, 24))
  for (const [i, each] of viewClass(actor, held).class.sessions.entries()) {
    setClock(at(-16 + i))
    const listed = people.slice(0, 24)
    const present = listed.filter((_, who) => who < 2 || random() < 0.88)
    await markAttendance(actor, held, each.id, { listed, present, via: 'list' })
  }
  setClock(at(-11))
  await issueCertificates(actor, held)

  setClock(at(-3))
  const planned = await made(actor, {
    titleVi: 'Hướng dẫn người dân làm dịch vụ công trực tuyến',
    titleEn: 'Coaching citizens in online public services',
    aimVi: 'Hướng dẫn người dân tự nộp hồ sơ, không làm thay.',
    aimEn: 'Coach citizens to file by themselves instead of filing for them.',
    competencies: ['7.1', '7.2'],
    modules: ['guide-citizens'],
    seats: 30,
    minShare: 80,
    sessions: [9, 10].map((days) => session(at(days), 'Phòng họp UBND xã Bảo Lạc')),
  })
  await addPeople(actor, planned, people.slice(8, 28))
  setClock()
  return 2
}

async function made(actor: Actor, input: ClassInput): Promise<string> {
  const { id, fault } = await createClass(actor, input)
  if (fault) throw new Error(`${input.titleVi}: ${fault}`)
  return id
}

function session(at: Date, place: string): SessionInput {
  return {
    id: null,
    date: vietnamDay(at),
    startsAt: '08:00',
    endsAt: '11:00',
    place,
    trainer: 'Bà Lý Thị Dạy',
  }
}
