/** Edits between two texts (a letter added, dropped, changed, or two swapped); `most + 1` when there are more. */
export function editDistance(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length]!
}

/**
 * The candidate nearest to a text, if it is near enough to be a slip of the hand: one edit for each four
 * letters, at least two. Marks decide between equally near ones: `Bảo Lạt` is nearer to `Bảo Lạc` than to
 * `Bảo Lâm`.
 */
export function nearest<T extends { name: string }>(
  written: string,
  folded: string,
  candidates: Iterable<readonly [folded: string, value: T]>,
): T | null {
  let most = Math.max(2, Math.floor(folded.length / 4))
  let found: T[] = []
  for (const [candidate, value] of candidates) {
    const distance = editDistance(folded, candidate, most)
    if (distance > most || distance >= Math.max(folded.length, candidate.length) / 2) continue
    found = distance < most ? [value] : [...found, value]
    most = distance
  }
  const marks = found.map((value) => editDistance(marked(written), marked(value.name)))
  return found[marks.indexOf(Math.min(...marks))] ?? null
}

function marked(text: string): string {
  return text.slice(0, 200).normalize('NFD').toLowerCase()
}
