import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type SmtpBox = {
  port: number
  /** What was delivered, in order. */
  got: ParsedMail[]
  /** Says what the next messages are answered, one each: null takes it. */
  answers: (number | null)[]
  stop: () => Promise<void>
}

/** A real SMTP server on a free port of this machine. */
export async function smtpServer(options: SMTPServerOptions = {}): Promise<SmtpBox> {
  const got: ParsedMail[] = []
  const answers: (number | null)[] = []
  const refused = (code: number) =>
    Object.assign(new Error('Not now, nobody@nowhere.vn'), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, done) {
      const code = answers.shift() ?? null
      done(code === null ? null : refused(code))
    },
    onData(stream, _session, done) {
      simpleParser(stream, {}, (error: unknown, mail) => {
        got.push(mail)
        done(error instanceof Error ? error : null)
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: (server.server.address() as AddressInfo).port,
    got,
    answers,
    stop: () => new Promise((done) => server.close(() => done())),
  }
}
