import type { Namespace } from './resources'
import type { T, Values } from './translate'

/** The text of a message whose key came from a schema or a use case; undefined where there is none. */
export function translated<N extends Namespace>(
  t: T<N>,
  key: string | undefined,
  values?: Values,
): string | undefined {
  return key === undefined ? undefined : t(key as Parameters<T<N>>[0], values)
}
