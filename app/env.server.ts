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
  /** Requests a minute that one token of the API may make. */
  API_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  /** The server that mail goes out through, and who sends it: both, or neither. */
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      message: 'must be an address such as smtps://user:password@mail.example.gov.vn:465',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\p{Cc}]*<[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+>|[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/iu,
      'must be an address, or a name and an address such as I Tờ Số <itoso@example.gov.vn>',
    )
    .optional(),
})

/** What mail needs besides the server: who sends, and the address that its links lead to. */
const whole = schema.superRefine(({ SMTP_URL, MAIL_FROM, APP_URL }, context) => {
  const missing = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  if (SMTP_URL && !MAIL_FROM) missing('MAIL_FROM', 'is missing: SMTP_URL is set, so say who sends')
  if (MAIL_FROM && !SMTP_URL)
    missing('SMTP_URL', 'is missing: MAIL_FROM is set, so name the server, or unset it')
  if (SMTP_URL && !APP_URL) missing('APP_URL', 'is missing: SMTP_URL is set, and links in mail lead to it')
})

export type Env = z.infer<typeof whole>

/** Parses settings; throws one error that names every wrong variable and how to mend it. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = whole.safeParse(filled)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(
    `Settings that cannot be used:\n${lines.join('\n')}\nMend them in the environment or in .env and start again.`,
  )
}

export const env = parseEnv(process.env)

export const cookieSecure = env.COOKIE_SECURE ?? env.APP_URL?.startsWith('https:') ?? false
