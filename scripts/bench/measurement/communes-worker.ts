// Runs replicates for communes.ts in a process of its own and sends each back.
import { replicate, type SettingName } from './coverage.ts'

type Task = { name: SettingName; seed: string; groups: boolean }

process.on('message', (task: Task | null) => {
  if (task === null) process.exit(0)
  process.send!(replicate(task.name, task.seed, task.groups))
})
