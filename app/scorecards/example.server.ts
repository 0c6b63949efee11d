import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '~/env.server'
import { readYaml } from '~/formats/yaml-source'
import { cardSchema, type Card } from './card'

/** The example that ships. @throws Error where the file of this installation cannot be read as a card */
export async function exampleCard(): Promise<Card> {
  const file = path.join(env.CONTENT_DIR, 'scorecards', 'example.yaml')
  const { value, problems } = readYaml('scorecards/example.yaml', await readFile(file, 'utf8'), cardSchema)
  if (!value) throw new Error(`the example of a scorecard cannot be read: ${JSON.stringify(problems[0])}`)
  return value
}
