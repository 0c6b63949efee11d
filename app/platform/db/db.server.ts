import { env } from '~/env.server'
import { Prisma, PrismaClient } from './generated/client'
import { SqliteAdapter, Statements } from './sqlite.server'

/** Inside a transaction: Prisma's models, and prepared statements on the same connection. */
export type Tx = Prisma.TransactionClient & { sql: Statements }

type WriteVerb = 'create' | 'createMany' | 'createManyAndReturn' | 'update' | 'updateMany' | 'updateManyAndReturn' | 'upsert' | 'delete' | 'deleteMany'
type Models = { [K in keyof PrismaClient as K extends `$${string}` | symbol ? never : K]: Omit<PrismaClient[K], WriteVerb> }
export type Reader = Models & Pick<PrismaClient, '$queryRaw'> & { sql: Pick<Statements, 'get' | 'all'> }

const writerAdapter = new SqliteAdapter(env.DATABASE_URL, { readonly: false })
const writer = new PrismaClient({ adapter: writerAdapter, transactionOptions: { maxWait: 60_000, timeout: 300_000 } })
const readerAdapter = new SqliteAdapter(env.DATABASE_URL, { readonly: true })
const readerClient = new PrismaClient({ adapter: readerAdapter })

function connectionOf(adapter: SqliteAdapter) {
  if (!adapter.connection) throw new Error('openDatabase() has not run yet')
  return adapter.connection
}

const writerStatements = new Statements(() => connectionOf(writerAdapter))
const readerStatements = new Statements(() => connectionOf(readerAdapter))

/** Reads committed rows only; it cannot write. */
export const reader: Reader = Object.assign(readerClient as unknown as Models & Pick<PrismaClient, '$queryRaw'>, {
  sql: readerStatements,
})

/** The only way to write: one transaction at a time, all or nothing. Never call it inside itself. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return writer.$transaction((tx) => work(Object.assign(tx, { sql: writerStatements })))
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
