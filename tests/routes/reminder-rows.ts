import type { Row } from './access-row'
import { inOpen } from './campaign-rows'

/** Reminders of a campaign, the addresses that they go to, and the outbox. Without a chosen commune a page leads back. */
export const reminderRows: Record<string, Row> = {
  'campaigns/:id/reminders': {
    get: '302  403 200/403 403 200/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: inOpen,
    form: { day: '3' },
  },
  'campaigns/:id/reminders/mail': {
    get: '302  403 302/403 403 302/403 403 403',
    post: '401  403 ok/403 403 ok/403 403 403',
    params: inOpen,
    form: { toOffice: 'yes' },
  },
  'campaigns/:id/reminders/print': {
    get: '302  403 302/403 403 302/403 403 403',
    post: '401  403 ok/403 403 ok/403 403 403',
    params: inOpen,
  },
  'campaigns/:id/reminders/message': {
    get: '302  403 302/403 403 302/403 403 403',
    post: '401  403 ok/403 403 ok/403 403 403',
    params: inOpen,
  },
  'communes/contacts': {
    get: '302  403 403 403 200 200 200',
    post: '401  403 403 403 ok ok ok',
  },
  mail: {
    get: '302  403 403 403 200 200 200',
    post: '401  403 403 403 ok ok ok',
    form: { address: 'thu@caobang.gov.vn' },
  },
}
