import { z } from 'zod'

/** A named system in the editable list. */
export type SystemRow = { code: string; vi: string; en: string; active: boolean }

export const systemNameLimit = 160

const name = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(systemNameLimit, 'systems.name.long')
const row = z.object({
  code: z.string(),
  vi: name('systems.vi.missing'),
  en: name('systems.en.missing'),
  place: z.coerce
    .number({ error: 'systems.place.wrong' })
    .int('systems.place.wrong')
    .min(1, 'systems.place.wrong'),
  active: z.literal('on').optional(),
})
const added = z.object({
  vi: z.string().trim().max(systemNameLimit, 'systems.name.long').optional(),
  en: z.string().trim().max(systemNameLimit, 'systems.name.long').optional(),
})

/** The form of the list: every row that is there, and one to add. */
export const systemsFormSchema = z
  .object({ systems: z.array(row).default([]), added: added.default({}) })
  .superRefine(({ systems, added: extra }, context) => {
    if (extra.vi && !extra.en)
      context.addIssue({ code: 'custom', path: ['added', 'en'], message: 'systems.en.missing' })
    if (extra.en && !extra.vi)
      context.addIssue({ code: 'custom', path: ['added', 'vi'], message: 'systems.vi.missing' })
    const seen = new Set<string>()
    const names = [
      ...systems.map(({ vi }, i) => ({ vi, path: ['systems', i, 'vi'] })),
      { vi: extra.vi ?? '', path: ['added', 'vi'] },
    ]
    for (const { vi, path } of names) {
      const key = vi.toLocaleLowerCase('vi')
      if (key && seen.has(key)) context.addIssue({ code: 'custom', path, message: 'systems.name.twice' })
      seen.add(key)
    }
    if (!systems.some(({ active }) => active) && !extra.vi) {
      context.addIssue({ code: 'custom', path: ['added', 'vi'], message: 'systems.noneActive' })
    }
  })
  .transform(({ systems, added: extra }): SystemsEdit => ({
    rows: systems
      .map((each, i) => ({ ...each, i }))
      .sort((a, b) => a.place - b.place || a.i - b.i)
      .map(({ code, vi, en, active }) => ({ code, vi, en, active: active === 'on' })),
    added: extra.vi && extra.en ? { vi: extra.vi, en: extra.en } : null,
  }))

/** The list in its new order, and the system to add. */
export type SystemsEdit = { rows: SystemRow[]; added: { vi: string; en: string } | null }

/** A new code that no system has: `phan-mem-ho-tich`, `phan-mem-ho-tich-2`. `plain` is the folded name. */
export function newSystemCode(plain: string, taken: ReadonlySet<string>): string {
  const base = `s-${
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'system'
  }`
  let code = base
  for (let n = 2; taken.has(code); n += 1) code = `${base}-${n}`
  return code
}
