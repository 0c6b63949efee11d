// Community teams of a few communes, through the product's own use cases.
import { randomFrom } from '~/assessment/shuffle'
import { addMembers } from '~/people/teams/add-members.server'
import { memberKey, newPerson } from '~/people/teams/match-members'
import { nameTeam } from '~/people/teams/name-team.server'
import type { Actor } from '~/platform/policy/actor'
import { madeName, pickOne } from './names'

const hamlets = 'Nà Mìn,Bản Chang,Khuổi Đeng,Cốc Phung,Pác Thay,Lũng Vài,Nà Lẹng,Bó Mu'.split(',')

/** Two or three teams in every seventh commune and in the demo leader's; each member gets an account. */
export async function makeTeams(actor: Actor, communes: string[], seed: string): Promise<number> {
  let people = 0
  for (const [i, commune] of communes.entries()) {
    if (commune !== '01321' && i % 7 !== 0) continue
    const random = randomFrom(`${seed}/teams/${commune}`)
    const first = Math.floor(random() * hamlets.length)
    for (let team = 0; team < 2 + (i % 2); team++) {
      const name = `Tổ thôn ${hamlets[(first + team) % hamlets.length]}`
      const { teamId } = await nameTeam(actor, commune, null, name)
      if (!teamId) throw new Error(`no team ${name} at ${commune}`)
      const names = new Set<string>()
      while (names.size < 5 + Math.floor(random() * 4))
        names.add(madeName(random, pickOne(random, ['female', 'male'] as const)))
      const members = [...names].map((fullName, i) => ({
        line: i + 1,
        fullName,
        birthDate: String(1970 + Math.floor(random() * 35)),
      }))
      const decided = Object.fromEntries(members.map((member) => [memberKey(member), newPerson]))
      people += (await addMembers(actor, commune, teamId, members, decided)).added ?? 0
    }
  }
  return people
}
