/** The accounts of the demo province: the only ones there that have a password. */
export const demoAccounts = [
  { role: 'learner', username: '01321-0022', password: 'hoc vien xem thu 2026' },
  { role: 'team', username: '01321-0043', password: 'to cong nghe xem thu 2026' },
  { role: 'leader', username: '01321-0001', password: 'lanh dao xem thu 2026' },
  { role: 'trainer', username: 'giang-vien', password: 'giang vien xem thu 2026' },
  { role: 'planner', username: 'ke-hoach', password: 'ke hoach xem thu 2026' },
  { role: 'administrator', username: 'quan-tri', password: 'quan tri xem thu 2026' },
]
