import { addRole } from '~/people/accounts/add-role.server'
import { disableAccount } from '~/people/accounts/disable-account.server'
import { enableAccount } from '~/people/accounts/enable-account.server'
import { reissueSlip } from '~/people/accounts/reissue-slip.server'
import { removeRole } from '~/people/accounts/remove-role.server'
import { roleFormSchema } from '~/people/accounts/role-form'
import { unlockAccount } from '~/people/accounts/unlock-account.server'
import { viewAccount } from '~/people/accounts/view-account.server'
import { groupCode } from '~/platform/auth/tokens.server'
import { refuse } from '~/platform/http/errors'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import { parseForm } from '~/platform/http/parse-form.server'
import type { Actor } from '~/platform/policy/actor'

type Outcome =
  | { saved: 'role' | 'removed' | 'disabled' | 'enabled' | 'unlocked'; slip?: never; reply?: never }
  | {
      slip: { accountId: string; code: string; displayName: string; username: string }
      saved?: never
      reply?: never
    }
  | { reply: FormReply; saved?: never; slip?: never }

/** The forms of one account's page, told apart by `intent`: each one use case. */
export async function manageAccount(actor: Actor, accountId: string, form: FormData): Promise<Outcome> {
  const refusal = (key: string): Outcome => ({ reply: { typed: typedIn(form), errors: { page: key } } })
  switch (form.get('intent')) {
    case 'add-role': {
      const { value, reply } = parseForm(form, roleFormSchema)
      if (reply) return { reply }
      const fault = await addRole(actor, accountId, value)
      if (!fault) return { saved: 'role' }
      const { field, key, values } = fault
      return {
        reply: { typed: typedIn(form), errors: { [field]: key }, values: values && { [field]: values } },
      }
    }
    case 'remove': {
      const fault = await removeRole(actor, accountId, Number(form.get('grant')))
      return fault ? refusal(`fault.${fault}`) : { saved: 'removed' }
    }
    case 'disable': {
      const fault = await disableAccount(actor, accountId)
      return fault ? refusal(`fault.${fault}`) : { saved: 'disabled' }
    }
    case 'enable':
      await enableAccount(actor, accountId)
      return { saved: 'enabled' }
    case 'unlock':
      await unlockAccount(actor, accountId)
      return { saved: 'unlocked' }
    case 'slip': {
      const { displayName, username } = await viewAccount(actor, accountId)
      const { code } = await reissueSlip(actor, accountId)
      return { slip: { accountId, code: groupCode(code), displayName, username } }
    }
    default:
      throw refuse('badRequest')
  }
}
