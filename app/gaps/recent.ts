/** Keeps the `most` values used last, so that what cannot change is not computed for every request. */
export class Recent<Value> {
  readonly #values = new Map<string, Value>()

  constructor(readonly most: number) {}

  has(key: string): boolean {
    return this.#values.has(key)
  }

  /** The value kept under `key`, or the one that `make` gives now. */
  get(key: string, make: () => Value): Value {
    const kept = this.#values.get(key)
    const value = kept ?? make()
    this.#values.delete(key)
    this.#values.set(key, value)
    if (this.#values.size > this.most) this.#values.delete(this.#values.keys().next().value!)
    return value
  }
}
