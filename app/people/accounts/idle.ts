type Used = { lastSignInAt: Date | null; passwordChangedAt: Date | null; createdAt: Date }

/** Whether nobody used an account for `days` days (TCVN 14423: such an account is closed until its owner gets a new slip). */
export function isIdle(account: Used, at: Date, days: number): boolean {
  const used = Math.max(
    ...[account.lastSignInAt, account.passwordChangedAt, account.createdAt].map(
      (each) => each?.getTime() ?? 0,
    ),
  )
  return at.getTime() - used > days * 86_400_000
}
