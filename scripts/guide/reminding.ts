import { database, openCampaignId as campaign } from '../../tests/fixtures/installation'
import { paths } from '~/paths'
import type { Account, Camera } from './camera'

/** Reminders by mail, by message and by themselves. */
export async function remind(camera: Camera, planner: Account): Promise<void> {
  const say = camera.say.bind(camera)
  const codes = communesWithMail()
  await camera.as(planner)
  await camera.open(paths.reminders(campaign))
  await camera.shoot('11-reminders')
  const chosen = codes.map((code) => `c=${code}`).join('&')
  await camera.open(`${paths.remindersMail(campaign)}?${chosen}`)
  await camera.shoot('12-mail')
  await camera.open(`${paths.remindersMessage(campaign)}?${chosen}`)
  await camera.shoot('13-message')
  await camera.open(paths.reminders(campaign))
  for (const day of [7, 3, 1]) await camera.choose(`[name=day][value="${day}"]`, String(day))
  await camera.press(say('reminders', 'days.save'))
  await camera.shoot('14-days', { at: '#days' })
}

/** Three communes that lack answers, with an address of their office. */
function communesWithMail(): string[] {
  const codes = database()
    .prepare(
      `SELECT i.communeCode AS code FROM Invitee i LEFT JOIN Sitting s ON s.inviteeId = i.id
       WHERE i.campaignId = ? AND s.submittedAt IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 3`,
    )
    .all(campaign) as { code: string }[]
  const add = database().prepare(
    `INSERT INTO CommuneContact (communeCode, email, at) VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'))
     ON CONFLICT (communeCode) DO UPDATE SET email = excluded.email`,
  )
  for (const { code } of codes) add.run(code, `ubnd-${code}@example.gov.vn`)
  return codes.map(({ code }) => code)
}
