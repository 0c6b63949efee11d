/** What two campaigns must share for their figures to stand on one line: the scale, the positions, and the kind of data. */
export type Scaled = {
  provinceCode: string
  frameworkVersionId: string
  standardId: number
  sample: boolean
  /** Null: every position. */
  positionCodes: readonly string[] | null
}

/**
 * Whether figures of two campaigns of a province may be compared: measured on the same scale of the same positions, with
 * the same framework and the same standard; sample data only with sample data.
 */
export function isComparable(a: Scaled, b: Scaled): boolean {
  return (
    a.provinceCode === b.provinceCode &&
    a.frameworkVersionId === b.frameworkVersionId &&
    a.standardId === b.standardId &&
    a.sample === b.sample &&
    sameCodes(a.positionCodes, b.positionCodes)
  )
}

/** Whether two lists name the same, in whatever order; null names everything. */
export function sameCodes(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b
  const own = new Set(a)
  return own.size === new Set(b).size && b.every((code) => own.has(code))
}
