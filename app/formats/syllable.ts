const TONES = '\u0300\u0301\u0303\u0309\u0323'
const tones = new RegExp(`[${TONES}]`, 'g')

const onset = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]'

/** Every rhyme of written Vietnamese, tone left out. */
const rhymes = `
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu ynh`
  .trim()
  .split(/\s+/)

const afterQu =
  'a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê ên êt i it o ôc ơ ơi y yên yêt ynh yt ych'.split(
    ' ',
  )

const shape = new RegExp(`^(?:(?:${onset})?(${rhymes.join('|')})|qu(${afterQu.join('|')})|gi(êng|êc|êt))$`)

/**
 * Whether a word could be a syllable of Vietnamese: a known onset and rhyme, at most one tone, on the
 * vowel that may bear it, and before a final stop only the tones that occur there. `Nguyễn` is one;
 * `NguyÔn`, `José` and `Xaõ` are not.
 */
export function isSyllable(word: string): boolean {
  const letters = [...word.normalize('NFC').toLowerCase()].map((letter) => letter.normalize('NFD'))
  const toneless = letters.map((letter) => letter.replace(tones, '').normalize('NFC')).join('')
  const found = shape.exec(toneless)
  if (!found) return false
  const marks = letters.flatMap((letter, at) => (letter.match(tones) ?? []).map((tone) => ({ tone, at })))
  if (marks.length !== 1) return marks.length === 0
  const rhyme = (found[1] ?? found[2] ?? found[3])!
  const { tone, at } = marks[0]!
  const sharp = tone === '\u0301' || tone === '\u0323'
  return bearers(rhyme).includes(at - (toneless.length - rhyme.length)) && (sharp || !/[cpt]h?$/.test(rhyme))
}

/** Where in a rhyme the tone may stand; both ways of writing `hòa` and `hoà` are right. */
function bearers(rhyme: string): number[] {
  const vowels = /^[aăâeêioôơuưy]+/.exec(rhyme)![0]
  const hat = Math.max(...[...'ăâêôơư'].map((letter) => vowels.lastIndexOf(letter)))
  if (hat >= 0) return [hat]
  if (vowels.length === 1) return [0]
  if (vowels.length === 3 || vowels.length < rhyme.length) return [1]
  return /^(?:oa|oe|uy)$/.test(vowels) ? [0, 1] : [0]
}
