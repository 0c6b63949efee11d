/** TCVN 14423: 14 characters where there is no second factor. */
export const passwordMinLength = 14
export const passwordMaxLength = 128

const common = [
  'password',
  'matkhau',
  '12345678901234',
  'qwertyuiopasdf',
  'iloveyou',
  'abcdefghijklmn',
  'motconvitxoera2caicanh',
]

export type PasswordFault = 'tooShort' | 'tooLong' | 'oneCharacter' | 'common' | 'containsUsername'

/** Why a new password cannot be used, or null. Length counts characters as people see them. */
export function passwordFault(password: string, username: string): PasswordFault | null {
  const length = [...password.normalize('NFC')].length
  if (length < passwordMinLength) return 'tooShort'
  if (length > passwordMaxLength) return 'tooLong'
  if (new Set(password).size < 5) return 'oneCharacter'
  const folded = password.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s/g, '').toLowerCase()
  if (username.length >= 4 && folded.includes(username.toLowerCase())) return 'containsUsername'
  if (common.some((word) => folded === word || folded === word + word || folded.replace(/\d+$/, '') === word))
    return 'common'
  return null
}
