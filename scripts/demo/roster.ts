import { madeName, pickOne, type Random, type Sex } from './names'

export type DemoPerson = {
  staffCode: string
  fullName: string
  birthDate: string
  sex: Sex
  communeCode: string
  communeName: string
  /** The main position first. */
  positions: string[]
  kind: 'civil_servant' | 'party_front_other'
}

// The posts of a commune, by domain.md; what is left of its people is spread over the second list.
const always = [
  'committee-chair',
  'committee-vice-chair',
  'party-secretary',
  'party-deputy-secretary',
  'council-vice-chair',
  'office-head',
  'office-statistics',
  'justice-civil-status',
  'economy-head',
  'finance',
  'construction',
  'agriculture',
  'culture-society-head',
  'home-affairs',
  'labour',
  'education',
  'culture',
  'science-technology',
  'health',
  'service-centre-director',
  'one-stop-reception',
  'one-stop-reception',
  'one-stop-reception',
  'service-centre-officer',
  'military-command',
]
const often = [
  'office-statistics',
  'office-deputy-head',
  'justice-civil-status',
  'planning',
  'finance',
  'construction',
  'transport',
  'trade',
  'agriculture',
  'environment',
  'economy-deputy-head',
  'home-affairs',
  'ethnic-affairs',
  'labour',
  'education',
  'information',
  'one-stop-reception',
  'service-centre-officer',
  'party-staff',
  'front-chair',
  'mass-organisation-staff',
  'mass-organisation-staff',
]
const others = new Set(['party-staff', 'front-chair', 'mass-organisation-staff'])

/** People of all communes: about 41 each and `total` in all, with two posts for one in five. */
export function demoRoster(
  random: Random,
  communes: { code: string; name: string }[],
  total: number,
): DemoPerson[] {
  const people: DemoPerson[] = []
  communes.forEach((commune, i) => {
    const left = communes.length - i
    const share = (total - people.length) / left
    const size = left === 1 ? total - people.length : Math.round(share + (random() - 0.5) * 8)
    for (let n = 1; n <= size; n++) {
      const main = always[n - 1] ?? pickOne(random, often)
      const second = random() < 0.2 ? pickOne(random, often) : main
      const sex: Sex = random() < 0.46 ? 'female' : 'male'
      people.push({
        staffCode: `${commune.code}-${String(n).padStart(4, '0')}`,
        fullName: madeName(random, sex),
        birthDate: `${String(1 + Math.floor(random() * 28)).padStart(2, '0')}/${String(1 + Math.floor(random() * 12)).padStart(2, '0')}/${1967 + Math.floor(random() * 33)}`,
        sex,
        communeCode: commune.code,
        communeName: commune.name,
        positions: second === main ? [main] : [main, second],
        kind: others.has(main) ? 'party_front_other' : 'civil_servant',
      })
    }
  })
  return people
}
