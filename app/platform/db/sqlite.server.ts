import { PrismaBetterSQLite3 } from '@prisma/adapter-better-sqlite3'
import type Database from 'better-sqlite3'

type Connection = Database.Database

/**
 * Prisma's adapter over one SQLite connection that it also hands out for prepared statements.
 * A writer begins with BEGIN IMMEDIATE: a deferred BEGIN meets SQLITE_BUSY_SNAPSHOT as soon as a
 * second process writes.
 */
export class SqliteAdapter extends PrismaBetterSQLite3 {
  connection: Connection | null = null
  readonly #readonly: boolean

  constructor(url: string, options: { readonly: boolean }) {
    super({ url, readonly: options.readonly, timeout: 10_000 })
    this.#readonly = options.readonly
  }

  override async connect() {
    const adapter = await super.connect()
    const connection = (adapter as unknown as { client: Connection }).client
    if (!this.#readonly) {
      connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
    }
    connection.pragma('foreign_keys = ON')
    connection.pragma('cache_size = -32000')
    const prepare = connection.prepare.bind(connection)
    const begin = prepare('BEGIN IMMEDIATE')
    connection.prepare = ((sql: string) => (sql === 'BEGIN' ? begin : prepare(sql))) as Connection['prepare']
    this.connection = connection
    return adapter
  }
}

type Param = string | number | null | Uint8Array
type Row = Record<string, unknown>

/** Prepared statements over one connection, each compiled once. Integers come back as numbers. */
export class Statements {
  readonly #cache = new Map<string, Database.Statement>()

  constructor(readonly connection: () => Connection) {}

  #statement(sql: string) {
    let statement = this.#cache.get(sql)
    if (!statement) {
      statement = this.connection().prepare(sql).safeIntegers(false)
      this.#cache.set(sql, statement)
    }
    return statement
  }

  get<T = Row>(sql: string, ...params: Param[]): T | undefined {
    return this.#statement(sql).get(...params) as T | undefined
  }

  all<T = Row>(sql: string, ...params: Param[]): T[] {
    return this.#statement(sql).all(...params) as T[]
  }

  run(sql: string, ...params: Param[]): number {
    return this.#statement(sql).run(...params).changes
  }
}

/** A moment as Prisma stores it in SQLite, for raw writes and comparisons. */
export function dbDate(moment: Date): string {
  return moment.toISOString().replace('Z', '+00:00')
}
