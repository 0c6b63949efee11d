import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { gathered } from './text-pieces.server'

/** A file of an archive as pieces of text, made one after the other while the archive is being sent. */
export type StreamEntry = { path: string; text: Iterable<string> | AsyncIterable<string> }

/** An archive that would need the wide numbers of ZIP64, which not every spreadsheet reads. */
export class ZipTooLarge extends Error {
  constructor(path: string) {
    super(`zip: ${path} or what stands before it is larger than 4 GB`)
  }
}

const most = 0xffff_ffff
/** Sizes follow the content (bit 3), names are UTF-8 (bit 11); every entry bears the same date, so equal content gives equal bytes. */
const flags = 0x0808
const versionNeeded = 20
const everyDate = 0x5c21
/** Beyond the fastest levels little is gained with the markup of a spreadsheet, which repeats itself. */
const level = 4
const pieceBytes = 64 * 1024

type Written = { name: Buffer; crc: number; packed: number; size: number; at: number }

/**
 * Packs files into a ZIP piece by piece: nothing is kept but one piece of text and what the packer holds. Whoever stops
 * reading stops the work; packing itself is done beside the thread that answers others.
 * @throws ZipTooLarge where an entry or the archive passes 4 GB
 */
export async function* streamZip(
  entries: Iterable<StreamEntry> | AsyncIterable<StreamEntry>,
): AsyncGenerator<Buffer, void, undefined> {
  const written: Written[] = []
  let at = 0
  for await (const { path, text } of entries) {
    const entry: Written = { name: Buffer.from(path, 'utf8'), crc: 0, packed: 0, size: 0, at }
    const head = localHead(entry)
    yield head
    at += head.length
    for await (const piece of packed(text, entry)) {
      entry.packed += piece.length
      at += piece.length
      if (at > most || entry.size > most) throw new ZipTooLarge(path)
      yield piece
    }
    const tail = sizes(entry)
    yield tail
    at += tail.length
    written.push(entry)
  }
  yield directory(written, at)
}

async function* packed(text: StreamEntry['text'], entry: Written): AsyncGenerator<Buffer, void, undefined> {
  const deflate = createDeflateRaw({ level, chunkSize: pieceBytes })
  // A failure of the source ends the packer too, and is thrown where its pieces are read.
  pipeline(Readable.from(counted(text, entry), { objectMode: true, highWaterMark: 1 }), deflate, () => {})
  yield* deflate as AsyncIterable<Buffer>
}

async function* counted(text: StreamEntry['text'], entry: Written): AsyncGenerator<Buffer, void, undefined> {
  for await (const part of gathered(text)) {
    const piece = Buffer.from(part, 'utf8')
    entry.crc = crc32(piece, entry.crc)
    entry.size += piece.length
    yield piece
  }
}

function localHead({ name }: Written): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  common(head, 4, { crc: 0, packed: 0, size: 0, name })
  return Buffer.concat([head, name])
}

/** The fields that the head of an entry and the directory share. */
function common(into: Buffer, at: number, { crc, packed, size, name }: Omit<Written, 'at'>): void {
  into.writeUInt16LE(versionNeeded, at)
  into.writeUInt16LE(flags, at + 2)
  into.writeUInt16LE(8, at + 4)
  into.writeUInt16LE(0, at + 6)
  into.writeUInt16LE(everyDate, at + 8)
  into.writeUInt32LE(crc, at + 10)
  into.writeUInt32LE(packed, at + 14)
  into.writeUInt32LE(size, at + 18)
  into.writeUInt16LE(name.length, at + 22)
}

function sizes({ crc, packed, size }: Written): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function directory(written: readonly Written[], at: number): Buffer {
  const lines = written.map((entry) => {
    const line = Buffer.alloc(46)
    line.writeUInt32LE(0x02014b50, 0)
    line.writeUInt16LE(versionNeeded, 4)
    common(line, 6, entry)
    line.writeUInt32LE(entry.at, 42)
    return Buffer.concat([line, entry.name])
  })
  const index = Buffer.concat(lines)
  if (at + index.length > most || written.length > 0xffff) throw new ZipTooLarge('the directory')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([index, end])
}
