/** The names of U+00A0 to U+00FF in order, then others by name (HTML 4.01, section 24: what editors write). */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const greek =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega - - - - - - - ' +
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'
const others =
  'quot=22 amp=26 apos=27 lt=3c gt=3e OElig=152 oelig=153 Scaron=160 scaron=161 fnof=192 circ=2c6 tilde=2dc ensp=2002 emsp=2003 thinsp=2009 zwnj=200c zwj=200d ' +
  'ndash=2013 mdash=2014 lsquo=2018 rsquo=2019 sbquo=201a ldquo=201c rdquo=201d bdquo=201e dagger=2020 Dagger=2021 bull=2022 hellip=2026 permil=2030 prime=2032 Prime=2033 ' +
  'lsaquo=2039 rsaquo=203a frasl=2044 euro=20ac trade=2122 larr=2190 uarr=2191 rarr=2192 darr=2193 harr=2194 lArr=21d0 rArr=21d2 hArr=21d4 forall=2200 part=2202 exist=2203 empty=2205 ' +
  'isin=2208 notin=2209 sum=2211 minus=2212 radic=221a infin=221e ang=2220 and=2227 or=2228 cap=2229 cup=222a asymp=2248 ne=2260 equiv=2261 le=2264 ge=2265 sub=2282 sup=2283 ' +
  'num=23 dollar=24 percnt=25 lpar=28 rpar=29 ast=2a plus=2b comma=2c period=2e sol=2f colon=3a semi=3b equals=3d quest=3f commat=40 lsqb=5b lbrack=5b bsol=5c rsqb=5d rbrack=5d lowbar=5f grave=60 lcub=7b lbrace=7b verbar=7c vert=7c rcub=7d rbrace=7d Tab=9 NewLine=a'

const named = new Map<string, string>([
  ...latin.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...greek.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(0x391 + i)]),
  ...others.split(' ').map((pair): [string, string] => {
    const [name = '', code = ''] = pair.split('=')
    return [name, String.fromCharCode(parseInt(code, 16))]
  }),
])
const ofXml = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/** What Windows-1252 has where a numeric reference names a control character (HTML, section 13.2.5.80). */
const windows =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'

/** The character of a numeric reference; empty for what may stand in no text (U+0000, halves of a pair, beyond U+10FFFF). */
function numbered(digits: string, base: 10 | 16): string {
  const code = parseInt(digits, base)
  if (code >= 0x80 && code <= 0x9f) return windows[code - 0x80]!
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return ''
  if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) return ''
  return String.fromCodePoint(code)
}

/**
 * Puts characters in place of references. What is no reference, or one that is not known, stays as it stands;
 * nothing is decoded twice. `only: 'xml'` knows the five names of XML 1.0 (section 4.6) and the numeric ones.
 *
 * @example decodeEntities('a &lt; b&nbsp;&#7889;') // 'a < b\u00a0ố'
 */
export function decodeEntities(text: string, only: 'xml' | 'html' = 'html'): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([a-zA-Z][a-zA-Z0-9]{1,9}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return numbered(decimal, 10)
      if (hex !== undefined) return numbered(hex, 16)
      return name && (only === 'html' || ofXml.has(name)) ? (named.get(name) ?? whole) : whole
    },
  )
}

/** Text as it stands in an element of XML or HTML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}

/** Text as it stands between the quotes of an attribute; line ends and tabs as references, which a reader keeps. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(text).replace(/["'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
