import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { env } from '~/env.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Framework, Targets } from './framework'
import { latestFramework } from './frameworks.server'
import { profileFaults, profileFileSchema } from './target-profile'
import { shippedTargets } from './target-profiles.server'

/** Loads content/places/profiles.yaml; a position whose shipped profile changed gets a new row. Frameworks are loaded before. */
export async function loadProfiles(): Promise<void> {
  const file = profilesFile(env.CONTENT_DIR)
  const { framework: code, profiles } = await readFileOf(file)
  const { framework } = latestFramework(code)
  const changed = profiles.filter(({ position, targets }) => {
    const faults = profileFaults(framework, targets)
    if (faults.length > 0) throw new Error(`${file}, position ${position}: ${faults.join('; ')}`)
    return inOrder(framework, targets) !== inOrder(framework, shippedTargets(reader, position))
  })
  if (changed.length === 0) return
  await inTransaction(async (tx) => {
    for (const { position, targets } of changed) {
      tx.sql.run(
        'INSERT INTO TargetProfile (provinceCode, positionCode, frameworkCode, targets, createdAt) VALUES (NULL, ?, ?, ?, ?)',
        position,
        code,
        inOrder(framework, targets),
        dbDate(now()),
      )
    }
  })
}

function inOrder(framework: Framework, targets: Targets): string {
  const codes = framework.domains.flatMap(({ competencies }) => competencies.map(({ code }) => code))
  return JSON.stringify(
    Object.fromEntries(codes.flatMap((code) => (code in targets ? [[code, targets[code]]] : []))),
  )
}

const profilesFile = (content: string) => path.join(content, 'places/profiles.yaml')

async function readFileOf(file: string): Promise<z.infer<typeof profileFileSchema>> {
  const result = profileFileSchema.safeParse(parse((await readFile(file, 'utf8')).normalize('NFC')))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Error(`${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** The target profiles that ship with a content folder. */
export async function readProfiles(content: string): Promise<{ position: string; targets: Targets }[]> {
  return (await readFileOf(profilesFile(content))).profiles
}
