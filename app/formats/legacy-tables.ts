/** The 67 accented lower-case letters of Vietnamese, in the order of both tables below. */
const letters = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ'

const tcvn3Lower = '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ®'

const vniLower =
  'aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò ' +
  'où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î ñ'

const lower = [...letters.normalize('NFC')]

/**
 * TCVN3 (fonts `.Vn*`), code to letter. It has codes of its own for seven capitals only; every other
 * capital is the lower-case code shown by a capital font (`.VnTimeH`), see `fromTcvn3`.
 */
export const tcvn3: ReadonlyMap<string, string> = new Map([
  ...lower.map((letter, i): [string, string] => [tcvn3Lower[i]!, letter]),
  ...[...'ĂÂÊÔƠƯĐ'].map((letter, i): [string, string] => ['¡¢£¤¥¦§'[i]!, letter]),
])

/** VNI-Windows, one or two codes to a letter; capitals are the capitals of the codes. */
export const vni: ReadonlyMap<string, string> = new Map(
  vniLower.split(' ').flatMap((code, i): [string, string][] => [
    [code, lower[i]!],
    [code.toUpperCase(), lower[i]!.toUpperCase()],
  ]),
)
