/** How many slips a sheet of A4 holds, in two columns. */
export const slipsPerSheet = 8

/** Parts a list into sheets: `sheets([1, 2, 3], 2)` gives `[[1, 2], [3]]`. */
export function sheets<Item>(items: readonly Item[], perSheet = slipsPerSheet): Item[][] {
  const made: Item[][] = []
  for (let start = 0; start < items.length; start += perSheet) made.push(items.slice(start, start + perSheet))
  return made
}
