import { createTransport, type Transporter } from 'nodemailer'
import type SMTPPool from 'nodemailer/lib/smtp-pool'
import { env } from '~/env.server'
import { readSender } from './address'
import type { MailAttachment } from './message'

export type Outgoing = {
  id: string
  toAddress: string
  title: string
  text: string
  attachments: string | null
  createdAt: string
}

export type Sending = { send: (mail: Outgoing) => Promise<void>; close: () => void }

const seconds = 1000
const onThisMachine = /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/

/** One connection to the server of the settings, for a few messages; null where there are none. */
export function openTransport(): Sending | null {
  if (!env.SMTP_URL || !env.MAIL_FROM) return null
  const sender = readSender(env.MAIL_FROM)
  if (!sender) throw new Error('MAIL_FROM names no address')
  const transport: Transporter<SMTPPool.SentMessageInfo> = createTransport(optionsOf(new URL(env.SMTP_URL)))
  const host = sender.address.split('@')[1]!
  return {
    close: () => transport.close(),
    async send(mail) {
      await transport.sendMail({
        from: sender,
        // An envelope of its own and an address as an object: nothing in it is read as a list.
        to: { name: '', address: mail.toAddress },
        envelope: { from: sender.address, to: mail.toAddress },
        subject: mail.title,
        text: mail.text,
        textEncoding: 'quoted-printable',
        date: new Date(mail.createdAt),
        // The same whenever it is tried: a server that got it twice can tell.
        messageId: `<${mail.id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: attachmentsOf(mail),
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
  }
}

/** Credentials never travel in the clear, except to a relay on this machine. */
function optionsOf(url: URL): SMTPPool.Options {
  const secure = url.protocol === 'smtps:'
  const here = onThisMachine.test(url.hostname)
  const user = decodeURIComponent(url.username)
  return {
    pool: true,
    maxConnections: 1,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ignoreTLS: !secure && here,
    requireTLS: !secure && !here && user !== '',
    ...(user ? { auth: { user, pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    dnsTimeout: 10 * seconds,
  }
}

function attachmentsOf({ attachments }: Outgoing) {
  return ((attachments ? JSON.parse(attachments) : []) as MailAttachment[]).map(({ name, type, base64 }) => ({
    filename: name,
    contentType: type,
    content: Buffer.from(base64, 'base64'),
  }))
}
