import { env } from '~/env.server'
import { PrismaClient, type Prisma } from './generated/client'
import { SqliteAdapter, Statements } from './sqlite.server'

/** Inside a transaction: Prisma's models, and prepared statements on the same connection. */
export type Tx = Prisma.TransactionClient & { sql: Statements }

type WriteVerb =
  | 'create'
  | 'createMany'
  | 'createManyAndReturn'
  | 'update'
  | 'updateMany'
  | 'updateManyAndReturn'
  | 'upsert'
  | 'delete'
  | 'deleteMany'
type Models = {
  [K in keyof PrismaClient as K extends `$${string}` | symbol ? never : K]: Omit<PrismaClient[K], WriteVerb>
}
export type Reader = Models & Pick<PrismaClient, '$queryRaw'> & { sql: Pick<Statements, 'get' | 'all'> }

const writerAdapter = new SqliteAdapter(env.DATABASE_URL, { readonly: false })
const writer = new PrismaClient({
  adapter: writerAdapter,
  transactionOptions: { maxWait: 60_000, timeout: 300_000 },
})
const readerAdapter = new SqliteAdapter(env.DATABASE_URL, { readonly: true })
const readerClient = new PrismaClient({ adapter: readerAdapter })

function connectionOf(adapter: SqliteAdapter) {
  if (!adapter.connection) throw new Error('openDatabase() has not run yet')
  return adapter.connection
}

const writerStatements = new Statements(() => connectionOf(writerAdapter))
const readerStatements = new Statements(() => connectionOf(readerAdapter))

/** Reads committed rows only; it cannot write. */
export const reader: Reader = Object.assign(
  readerClient as unknown as Models & Pick<PrismaClient, '$queryRaw'>,
  {
    sql: readerStatements,
  },
)

/** The only way to write: one transaction at a time, all or nothing. Never call it inside itself. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return writer.$transaction((tx) => work(Object.assign(tx, { sql: writerStatements })))
}

type Waiting = {
  work: (tx: GroupTx) => unknown
  resolve: (value: never) => void
  reject: (error: unknown) => void
}
/** A member of a shared transaction: prepared statements only, and no waiting inside. */
export type GroupTx = Pick<Tx, 'sql'>

const gatherMs = 3
let waiting: Waiting[] = []
let flushing = false

/**
 * `inTransaction` for the hottest write: what arrives within a few milliseconds shares one commit and so one sync of the
 * disk. Each piece of work has a savepoint of its own, is all or nothing, and is acknowledged only after the commit.
 */
export function inGroupedTransaction<T>(work: (tx: GroupTx) => T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    waiting.push({ work, resolve, reject })
    if (!flushing) void flush()
  })
}

async function flush(): Promise<void> {
  flushing = true
  while (waiting.length > 0) {
    await new Promise((gathered) => setTimeout(gathered, gatherMs))
    const group = waiting
    waiting = []
    try {
      const answers = await inTransaction((tx) =>
        Promise.resolve(group.map((member) => inSavepoint(tx, member))),
      )
      for (const answer of answers) answer()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
  flushing = false
}

function inSavepoint(tx: Tx, { work, resolve, reject }: Waiting): () => void {
  tx.sql.run('SAVEPOINT member')
  try {
    const value = work(tx)
    tx.sql.run('RELEASE member')
    return () => resolve(value as never)
  } catch (error) {
    tx.sql.run('ROLLBACK TO member')
    tx.sql.run('RELEASE member')
    return () => reject(error)
  }
}

/** Connects both clients; the writer first, because it turns the WAL on. */
export async function openDatabase(): Promise<void> {
  await writer.$connect()
  await readerClient.$connect()
}

export async function closeDatabase(): Promise<void> {
  await readerClient.$disconnect()
  await writer.$disconnect()
}
