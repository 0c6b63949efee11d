import pino from 'pino'
import { env } from '~/env.server'

/** Structured logs, one JSON line each. No personal data: ids and codes only. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ['password', 'code', 'token', '*.password', '*.code', '*.token'], remove: true },
})
