import { compareVi } from '~/formats/fold'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'

export type ProvinceName = { code: string; name: string }
export type CommuneName = { code: string; name: string; provinceCode: string }

/** Where something happens, as the policy asks for it. */
export type CommunePlace = { provinceCode: string; communeCode: string }

export function provinceByCode(code: string): ProvinceName {
  const province = reader.sql.get<ProvinceName>('SELECT code, name FROM Province WHERE code = ?', code)
  if (!province) throw refuse('notFound')
  return province
}

/** The province that a commune lies in. */
export function provinceOf(communeCode: string): ProvinceName {
  return provinceByCode(communeByCode(communeCode).provinceCode)
}

export function allProvinces(): ProvinceName[] {
  return reader.sql.all<ProvinceName>('SELECT code, name FROM Province WHERE validTo IS NULL ORDER BY code')
}

/** A unit of the commune tier by its code, also one of the past. */
export function communeByCode(code: string): CommuneName {
  const commune = reader.sql.get<CommuneName>(
    'SELECT code, name, provinceCode FROM Commune WHERE code = ?',
    code,
  )
  if (!commune) throw refuse('notFound')
  return commune
}

export function placeOfCommune(code: string): CommunePlace {
  return { provinceCode: communeByCode(code).provinceCode, communeCode: code }
}

/** The communes of a province in force on a day (`YYYY-MM-DD`), in the order of their names. */
export function communesIn(provinceCode: string, at: string = vietnamDay(now())): CommuneName[] {
  return reader.sql
    .all<CommuneName>(
      `SELECT code, name, provinceCode FROM Commune
       WHERE provinceCode = ? AND validFrom <= ? AND (validTo IS NULL OR validTo > ?)`,
      provinceCode,
      at,
      at,
    )
    .sort((a, b) => compareVi(bareName(a.name), bareName(b.name)) || compareVi(a.name, b.name))
}

/** A commune's name without its kind, by which lists are sorted: `Xã Bảo Lạc` → `Bảo Lạc`. */
export function bareName(name: string): string {
  return name.replace(/^(?:Xã|Phường|Đặc khu|Thị trấn)\s+/, '')
}

/** A commune's name inside a sentence: `Xã Bảo Lạc` → `xã Bảo Lạc`. */
export function inSentence(name: string): string {
  return name.replace(/^(?:Xã|Phường|Đặc khu)(?= )/, (kind) => kind.toLocaleLowerCase('vi'))
}
