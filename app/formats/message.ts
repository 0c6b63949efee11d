/**
 * A text for people, before it has a language. Pure code hands these out; the door translates them.
 *
 * @example { key: 'error.unknownCommune', values: { value: 'Xã Bảo Lạt' } }
 */
export type Message = { key: string; values?: Record<string, string | number> }
