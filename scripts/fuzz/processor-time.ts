/** Milliseconds that this process has had of the processor, all its threads together. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
