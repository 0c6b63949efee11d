/** A place for a local fact: `[[code]]`; whatever stands between the brackets is meant as a code. */
export const localPlace = /\[\[([^[\]]*)\]\]/g

/** The codes of the local facts that a text names, in order. */
export function localCodes(text: string): string[] {
  return [...text.matchAll(localPlace)].map(([, code]) => code!.trim())
}
