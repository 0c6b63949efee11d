/**
 * For each row the column that it gets, each column once, so that the sum of costs is the least there is: the Hungarian
 * method by shortest augmenting paths (Jonker and Volgenant 1987, Computing 38:325, without its start heuristics). Time
 * grows with rows² × columns. Equal sums are told apart by the order of rows and columns, so the answer is always the same.
 * @param cost cost(row, column), finite; rows ≤ columns
 */
export function assign(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): number[] {
  if (rows > columns) throw new RangeError('more rows than columns')
  const ofRow = new Float64Array(rows + 1)
  const ofColumn = new Float64Array(columns + 1)
  const taken = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const before = new Int32Array(columns + 1)
    const least = new Float64Array(columns + 1).fill(Infinity)
    const used = new Uint8Array(columns + 1)
    taken[0] = row
    let column = 0
    do {
      used[column] = 1
      const at = taken[column]!
      let step = Infinity
      let next = 0
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue
        const reduced = cost(at - 1, j - 1) - ofRow[at]! - ofColumn[j]!
        if (reduced < least[j]!) {
          least[j] = reduced
          before[j] = column
        }
        if (least[j]! < step) {
          step = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          ofRow[taken[j]!] = ofRow[taken[j]!]! + step
          ofColumn[j] = ofColumn[j]! - step
        } else least[j] = least[j]! - step
      }
      column = next
    } while (taken[column] !== 0)
    while (column !== 0) {
      const previous = before[column]!
      taken[column] = taken[previous]!
      column = previous
    }
  }
  const found = new Array<number>(rows).fill(-1)
  for (let j = 1; j <= columns; j++) if (taken[j]! > 0) found[taken[j]! - 1] = j - 1
  return found
}
