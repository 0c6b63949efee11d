import type { FuzzFormat } from './formats'

/** Readers with faults, which show that the harness finds each kind of fault. */
export const traps: FuzzFormat[] = [
  {
    name: 'throws',
    read: () => {
      throw new Error('a fault of its own')
    },
  },
  {
    name: 'hangs',
    read: () => {
      for (;;);
    },
  },
  {
    name: 'swells',
    read: () => {
      const all: object[] = []
      for (;;)
        all.push({ text: String(all.length).repeat(100), more: Array.from({ length: 100 }, () => ({})) })
    },
  },
  {
    name: 'ends',
    read: () => process.exit(3),
  },
  { name: 'misreads', read: () => ({ problem: null, questions: [{ item: { kind: 'single' } }] }) },
].map((trap) => ({ ...trap, folder: 'questions/aiken' }))
