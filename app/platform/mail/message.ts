export const mailKinds = ['reminder', 'summons', 'change', 'cancellation', 'test'] as const
export type MailKind = (typeof mailKinds)[number]

/** A file that goes with a message; `base64` is what is in it. */
export type MailAttachment = { name: string; type: string; base64: string }

/**
 * A message to one address, in plain text.
 * - subject: the id of what it is about, such as a campaign or a class; never a name;
 * - title: what stands in the line "Subject" of the mail;
 * - id: minted by who queues it, where queuing the same twice must change nothing.
 */
export type NewMail = {
  id?: string
  kind: MailKind
  subject: string
  to: string
  title: string
  text: string
  attachments?: MailAttachment[]
  createdBy: string | null
}

/** One line without control characters: whatever was typed, it begins no other header. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}
