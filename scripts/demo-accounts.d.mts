export const demoAccounts: { role: string; username: string; password: string }[]
