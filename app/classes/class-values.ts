import type { TrainingClass } from './class'

/** A class as the fields of its form hold it. */
export function valuesOf(found: TrainingClass): Record<string, string> {
  const { title, aim, seats, minShare, passPercent, sessions } = found
  return {
    titleVi: title.vi,
    titleEn: title.en === title.vi ? '' : title.en,
    aimVi: aim.vi,
    aimEn: aim.en === aim.vi ? '' : aim.en,
    seats: seats === null ? '' : String(seats),
    minShare: String(minShare),
    passPercent: passPercent === null ? '' : String(passPercent),
    ...Object.fromEntries(
      sessions.flatMap(({ id, date, startsAt, endsAt, place, trainer }, i) =>
        Object.entries({ id, date, startsAt, endsAt, place, trainer }).map(([part, value]) => [
          `sessions[${i}].${part}`,
          value,
        ]),
      ),
    ),
  }
}

/** A class as the beginning of another one: the same, without days. */
export function copyOf(found: TrainingClass): Record<string, string> {
  return Object.fromEntries(Object.entries(valuesOf(found)).filter(([name]) => !/\.(?:id|date)$/.test(name)))
}
