import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { env } from '~/env.server'
import { inTransaction } from '~/platform/db/db.server'

const name = z.object({ vi: z.string(), en: z.string() })
const positionsSchema = z.object({
  departments: z.array(z.object({ code: z.string(), name })),
  positions: z.array(
    z.object({ code: z.string(), department: z.string(), name, aliases: z.array(z.string()).default([]) }),
  ),
})
const systemsSchema = z.object({ systems: z.array(z.object({ code: z.string(), name })) })

async function content<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(parse(await readFile(path.join(env.CONTENT_DIR, 'places', file), 'utf8')))
}

/**
 * Puts in the departments, positions and named systems that ship and are not there yet. Those that are there
 * stay as planners have edited them.
 */
export async function loadPositions(): Promise<void> {
  const { departments, positions } = await content('positions.yaml', positionsSchema)
  const { systems } = await content('systems.yaml', systemsSchema)
  await inTransaction(async (tx) => {
    departments.forEach(({ code, name: { vi, en } }, at) => {
      tx.sql.run(
        'INSERT INTO Department (code, nameVi, nameEn, "order", active) VALUES (?, ?, ?, ?, 1) ON CONFLICT DO NOTHING',
        code,
        vi,
        en,
        at,
      )
    })
    positions.forEach(({ code, department, name: { vi, en }, aliases }, at) => {
      tx.sql.run(
        `INSERT INTO Position (code, departmentCode, nameVi, nameEn, aliases, "order", active) VALUES (?, ?, ?, ?, ?, ?, 1)
         ON CONFLICT DO NOTHING`,
        code,
        department,
        vi,
        en,
        JSON.stringify(aliases),
        at,
      )
    })
    systems.forEach(({ code, name: { vi, en } }, at) => {
      tx.sql.run(
        'INSERT INTO WorkSystem (code, nameVi, nameEn, "order", active) VALUES (?, ?, ?, ?, 1) ON CONFLICT DO NOTHING',
        code,
        vi,
        en,
        at,
      )
    })
  })
}
