import { childrenOf, type XmlElement } from '../safe-xml'

/** All elements under one, in the order of the document, itself left out; `into` says which are looked into. */
export function elementsUnder(
  root: XmlElement,
  into: (element: XmlElement) => boolean = () => true,
): XmlElement[] {
  const found: XmlElement[] = []
  const waiting = childrenOf(root).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next)
    if (into(next)) waiting.push(...childrenOf(next).reverse())
  }
  return found
}

export const named = (root: XmlElement, name: string) =>
  elementsUnder(root).filter((each) => each.name === name)

export function attribute(element: XmlElement | undefined, name: string): string {
  return (element?.attributes.get(name) ?? '').trim()
}

/** A number of an attribute, null where there is none. */
export function numberIn(text: string): number | null {
  const trimmed = text.trim()
  const value = trimmed === '' ? NaN : Number(trimmed)
  return Number.isFinite(value) ? value : null
}

/** The same tree with some elements put otherwise: undefined leaves one as it is, null leaves it out. What stands then is looked into. */
export function replaced(
  element: XmlElement,
  put: (each: XmlElement) => XmlElement | string | null | undefined,
): XmlElement {
  const children = element.children.flatMap((child): XmlElement['children'] => {
    if (typeof child === 'string') return [child]
    const instead = put(child)
    if (instead === null) return []
    if (typeof instead === 'string') return [instead]
    return [replaced(instead ?? child, put)]
  })
  return { ...element, children }
}

/** Interactions, and what only looks like one. */
export function isInteraction({ name }: XmlElement): boolean {
  return name.endsWith('Interaction') && name !== 'endAttemptInteraction'
}
