import { z } from 'zod'

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The address people type; links on slips use it and https makes cookies secure. */
  APP_URL: z.url('must be a full address such as https://itoso.example.gov.vn').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must begin with file: and name the SQLite file, for example file:./data/i-to-so.db')
    .default('file:./data/i-to-so.db'),
  CONTENT_DIR: z.string().default('./content'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Number of proxies in front, so that the address of a client can be believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  COOKIE_SECURE: flag.optional(),
  /** Accounts that nobody used for so many days need a new slip (TCVN 14423). */
  IDLE_DAYS: z.coerce.number().int().min(1).default(45),
})

export type Env = z.infer<typeof schema>

/** Parses settings; throws one error that names every wrong variable and how to mend it. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(filled)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(
    `Settings that cannot be used:\n${lines.join('\n')}\nMend them in the environment or in .env and start again.`,
  )
}

export const env = parseEnv(process.env)

export const cookieSecure = env.COOKIE_SECURE ?? env.APP_URL?.startsWith('https:') ?? false
