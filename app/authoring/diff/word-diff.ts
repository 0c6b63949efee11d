/** A run of words that both texts have, or only the earlier or the later one. */
export type Run = { kind: 'same' | 'gone' | 'new'; text: string }

const mostWords = 2000

/**
 * The differences of two texts in words: a longest common subsequence (Hunt and McIlroy 1976), spaces kept with the word
 * before them. Putting `same` and `gone` together gives the earlier text, `same` and `new` the later one. Very long texts
 * are told apart as a whole.
 */
export function wordDiff(before: string, after: string): Run[] {
  const [a, b] = [wordsWithSpaces(before), wordsWithSpaces(after)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++
  const middle = middleRuns(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return joined([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ])
}

function middleRuns(a: string[], b: string[]): Run[] {
  if (a.length > mostWords || b.length > mostWords)
    return [
      { kind: 'gone', text: a.join('') },
      { kind: 'new', text: b.join('') },
    ]
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  const runs: Run[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', text: a[i]! })
      i++
      j++
    } else if (
      j >= b.length ||
      (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    ) {
      runs.push({ kind: 'gone', text: a[i++]! })
    } else runs.push({ kind: 'new', text: b[j++]! })
  }
  return runs
}

function wordsWithSpaces(text: string): string[] {
  return text.match(/\s+|\S+\s*/g) ?? []
}

function joined(runs: Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.text === '') continue
    if (last?.kind === run.kind) last.text += run.text
    else result.push({ ...run })
  }
  return result
}
