import { readZip, writeZip } from '../../app/formats/zip.server'
import { asTcvn3, asUtf16, asWindows1258 } from './encodings'

type Random = () => number

/** No mutated file grows beyond this. */
const most = 250_000
const below = (random: Random, count: number) => Math.floor(random() * count)
const oneOf = <T>(random: Random, values: readonly T[]): T => values[below(random, values.length)]!

const tokens = [
  ...['\0', '\ufeff', '\ufffd', '\ufffe', '\u2028', '\u202e', '\u00a0', '\ud800', '\r', '\r\n\r\n', '\t\t'],
  ...['{', '}', '{}', '{{{', '~', '=', '#', '####', '->', '::', '\\', '\\n', '%', '%%', '%-50%', '%1e999%'],
  ...['//', '[html]', '$CATEGORY: ', '{#1..5}', '{#=%50%3:0}', '{T}', '1e309', '-0', 'NaN', '9'.repeat(400)],
  ...['A. ', 'B) ', 'ANSWER: Z', 'Đáp án: A, C', 'Câu 1.', '* '],
  ...['<script>alert(1)</script>', '<', '</', '<!--', '<![CDATA[', ']]>', '&', '&amp;', '&#0;', '&#x110000;'],
  ...[
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '<!ENTITY x SYSTEM "file:///etc/passwd">',
    '&lol9;',
    '<?xml version="1.1"?>',
  ],
  ...[
    '../../../etc/passwd',
    'C:\\x\\',
    '__proto__',
    'constructor',
    'toString',
    '=1+1',
    '@@PLUGINFILE@@/',
    '{1:SA:=x}',
  ],
]
const nests = [
  '{',
  '[',
  '(',
  '<div>',
  '<p><b>',
  '<a href="',
  '\\',
  '"',
  '<!--',
  '{=',
  '#',
  '~%',
  '    ',
  '\n',
  '::',
]

/** One way of damaging a file. */
const changes: ((bytes: Buffer, random: Random, others: readonly Uint8Array[]) => Uint8Array)[] = [
  function flipBits(bytes, random) {
    const flipped = Buffer.from(bytes)
    for (let left = 1 + below(random, 16); left > 0 && flipped.length > 0; left -= 1)
      flipped[below(random, flipped.length)]! ^= 1 << below(random, 8)
    return flipped
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, below(random, bytes.length + 1))
  },
  function cutOut(bytes, random) {
    const [from, to] = range(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  function repeat(bytes, random) {
    const [from, to] = range(bytes, random)
    const part = bytes.subarray(from, to)
    const times = oneOf(random, [2, 3, 10, 100, 5000])
    const copies = Math.min(times, Math.floor((most - bytes.length) / Math.max(1, part.length)))
    const repeated = Array.from({ length: Math.max(0, copies) }, () => part)
    return Buffer.concat([bytes.subarray(0, to), ...repeated, bytes.subarray(to)])
  },
  function splice(bytes, random, others) {
    const other = Buffer.from(oneOf(random, others))
    const [from, to] = range(other, random)
    return insert(bytes, random, other.subarray(from, to))
  },
  function addTokens(bytes, random) {
    let changed: Uint8Array = bytes
    for (let left = 1 + below(random, 8); left > 0; left -= 1)
      changed = insert(Buffer.from(changed), random, Buffer.from(oneOf(random, tokens), 'utf8'))
    return changed
  },
  function nest(bytes, random) {
    const part = oneOf(random, nests)
    const deep = oneOf(random, [65, 1000, 20_000, 200_000])
    return insert(bytes, random, Buffer.from(part.repeat(Math.min(deep, most / part.length / 2)), 'utf8'))
  },
  function encodeOtherwise(bytes, random) {
    const text = bytes.toString('utf8')
    return oneOf(random, [
      () => asWindows1258(text),
      () => asTcvn3(text),
      () => asUtf16(text, random() < 0.5, random() < 0.7),
      () => Buffer.from(text.normalize('NFD'), 'utf8'),
    ])()
  },
  function mixLineEnds(bytes, random) {
    const ends = ['\n', '\r\n', '\r', '\n\n', '\u2028', '\n \t\n', '']
    const text = bytes.toString('latin1').replace(/\r?\n/g, () => oneOf(random, ends))
    return Buffer.from(text, 'latin1')
  },
  function swap(bytes, random) {
    const [from, to] = range(bytes, random)
    const rest = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
    return insert(rest, random, bytes.subarray(from, to))
  },
]

function range(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const from = below(random, bytes.length + 1)
  const longest = oneOf(random, [1, 8, 64, 1024, bytes.length])
  return [from, Math.min(bytes.length, from + below(random, longest + 1))]
}

function insert(bytes: Buffer, random: Random, part: Uint8Array): Uint8Array {
  const at = below(random, bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)])
}

function change(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  let changed = bytes
  for (let left = 1 + below(random, 4); left > 0; left -= 1)
    changed = oneOf(random, changes)(Buffer.from(changed), random, others)
  return changed.length > 2 * most ? changed.subarray(0, 2 * most) : changed
}

/** A damaged copy of one of `seeds`, by `random` alone. Archives are damaged inside as often as outside. */
export function mutate(seeds: readonly Uint8Array[], random: Random): Uint8Array {
  const seed = oneOf(random, seeds)
  if (random() < 0.002) return oneOf(random, [Buffer.alloc(0), Buffer.from('\ufeff'), Buffer.alloc(4096)])
  const archive = seed[0] === 0x50 && seed[1] === 0x4b
  if (!archive || random() < 0.5) return change(seed, random, seeds)
  const files = readZip(Buffer.from(seed), { unpackedBytes: 50_000_000 })
  const contents = [...files.values()]
  for (let left = 1 + below(random, 3); left > 0; left -= 1) {
    const path = oneOf(random, [...files.keys()])
    if (random() < 0.1) files.delete(path)
    else files.set(path, Buffer.from(change(files.get(path) ?? contents[0]!, random, contents)))
    if (files.size === 0) break
  }
  if (random() < 0.1)
    files.set(oneOf(random, ['../x.xml', '/etc/x', 'a\\b.xml', 'x'.repeat(5000)]), contents[0]!)
  return writeZip(files)
}
