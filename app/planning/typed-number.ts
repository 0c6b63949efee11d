/**
 * Reads a sum of đồng as people type it: `1.500.000`, `1500000`, `1 500 000 đ`, `1,5 triệu`, `2 tỷ`. Null for anything
 * else, for less than 0, and for a part of a đồng.
 */
export function parseDong(text: string): number | null {
  const match = /^([\d.,\s]+)\s*(triệu|tr|tỷ|tỉ|nghìn|ngàn)?\s*(?:đồng|đ|₫|vnd|vnđ)?\.?$/iu.exec(
    text.normalize('NFC').replaceAll('\u00a0', ' ').trim(),
  )
  if (!match) return null
  const unit = match[2]?.toLowerCase()
  const scale = !unit ? 1 : /^(?:tỷ|tỉ)$/.test(unit) ? 1e9 : /^tr/.test(unit) ? 1e6 : 1e3
  const value = parseNumber(match[1]!)
  if (value === null) return null
  const dong = Math.round(value * scale * 1000) / 1000
  return Number.isInteger(dong) && dong <= 1e13 ? dong : null
}

/**
 * A number as people type it, at least 0: a comma begins the decimals (`1,5`), points and spaces part thousands
 * (`1.500`, `12 000`); a point that parts no thousands (`2.5`) begins decimals too. Null for anything else.
 */
export function parseNumber(text: string): number | null {
  const tidy = text.replace(/[\s\u00a0]+/g, ' ').trim()
  if (/^\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$/.test(tidy))
    return Number(tidy.replace(/[. ]/g, '').replace(',', '.'))
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(tidy)) return Number(tidy.replaceAll(',', ''))
  return /^\d{1,15}(?:[.,]\d{1,6})?$/.test(tidy) ? Number(tidy.replace(',', '.')) : null
}

/** A share of 0 to 1 typed as percent: `25`, `25%`, `12,5 %`. Null for anything else. */
export function parsePercent(text: string): number | null {
  const value = parseNumber(text.trim().replace(/%$/, ''))
  return value === null || value > 100 ? null : Math.round(value * 100) / 10_000
}

/** A number as it stands in a field, with a comma before decimals and no thousands: `3,5`. */
export function numberText(value: number): string {
  return String(Math.round(value * 10_000) / 10_000).replace('.', ',')
}

/** A sum as it stands in a field: `1.500.000`. */
export function dongField(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** A share as it stands in a field, in percent without the sign: 0.125 is `12,5`. */
export function percentText(share: number): string {
  return numberText(Math.round(share * 10_000) / 100)
}
