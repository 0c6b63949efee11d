import { roleFormSchema } from './role-form'
import { displayNameSchema } from './setup-form'
import { chosenUsername } from './username'

/** The form of a new account; messages are keys of `admin` and, for the two names, of `auth`. */
export const newAccountSchema = roleFormSchema.extend({
  displayName: displayNameSchema,
  loginName: chosenUsername,
})
