/** Where a link of a lesson leads; `wrong` names the message that says why it leads nowhere. */
export type LinkTarget =
  | { kind: 'web'; href: string }
  | { kind: 'lesson'; module: string | null; lesson: string }
  | { kind: 'wrong'; key: 'link.scheme' | 'link.host' | 'link.lesson' }

const lessonLink = /^lesson:(?:([a-z0-9]+(?:-[a-z0-9]+)*)\/)?([a-z0-9]+(?:-[a-z0-9]+)*)$/

/** Reads an address as it stands in the Markdown: `https://…`, `lesson:code` or `lesson:module/code`. */
export function linkTarget(address: string): LinkTarget {
  if (/^lesson:/i.test(address)) {
    const found = lessonLink.exec(address)
    return found
      ? { kind: 'lesson', module: found[1] ?? null, lesson: found[2]! }
      : { kind: 'wrong', key: 'link.lesson' }
  }
  if (!/^https:\/\/[^/\\]/.test(address) || /[\s\\<>"'`]/.test(address))
    return { kind: 'wrong', key: 'link.scheme' }
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return { kind: 'wrong', key: 'link.scheme' }
  }
  const named =
    /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(url.hostname) || /\.xn--[a-z0-9-]+$/.test(url.hostname)
  if (url.username || url.password || url.port || /@/.test(address.split(/[/?#]/)[2] ?? '') || !named)
    return { kind: 'wrong', key: 'link.host' }
  return { kind: 'web', href: url.href }
}
