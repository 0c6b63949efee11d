import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A ZIP that cannot be read, or that would unpack to more than was allowed. */
export class ZipError extends Error {
  constructor(readonly code: 'damaged' | 'too-big') {
    super(`zip: ${code}`)
  }
}

type Entry = { path: string; method: number; packed: number; size: number; at: number }

/**
 * Unpacks the wanted entries of a ZIP. The sizes that the archive declares are added up before anything is
 * unpacked, and unpacking itself stops at the declared size: a bomb is refused either way.
 */
export function readZip(
  buffer: Buffer,
  limits: { unpackedBytes: number },
  wanted: (path: string) => boolean = () => true,
): Map<string, Buffer> {
  const entries = listEntries(buffer).filter((entry) => wanted(entry.path))
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (declared > limits.unpackedBytes) throw new ZipError('too-big')
  return new Map(entries.map((entry) => [entry.path, unpack(buffer, entry)]))
}

/** The paths inside a ZIP, without unpacking anything. */
export function zipPaths(buffer: Buffer): string[] {
  return listEntries(buffer).map((entry) => entry.path)
}

/** Whether a path could lead anywhere else than into the package that it is in. */
export function isUnsafePath(path: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^\/|^[a-z]:|\\|[\0-\x1f]/i.test(path) || path.split('/').includes('..')
}

function listEntries(buffer: Buffer): Entry[] {
  try {
    return readDirectory(buffer)
  } catch (error) {
    throw error instanceof RangeError ? new ZipError('damaged') : error
  }
}

function readDirectory(buffer: Buffer): Entry[] {
  const end = buffer.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new ZipError('damaged')
  let count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  const locator = end - 20
  if (locator >= 0 && buffer.readUInt32LE(locator) === 0x07064b50) {
    const end64 = Number(buffer.readBigUInt64LE(locator + 8))
    count = Number(buffer.readBigUInt64LE(end64 + 32))
    at = Number(buffer.readBigUInt64LE(end64 + 48))
  }
  const entries: Entry[] = []
  for (let i = 0; i < count; i += 1) {
    if (buffer.readUInt32LE(at) !== 0x02014b50) throw new ZipError('damaged')
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
      buffer.readUInt16LE(at + offset),
    ) as [number, number, number]
    const entry: Entry = {
      path: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      at: buffer.readUInt32LE(at + 42),
    }
    readZip64(buffer.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength), entry)
    entries.push(entry)
    at += 46 + nameLength + extraLength + noteLength
  }
  return entries
}

/** Numbers too wide for the directory stand in an extra field, in this order, each only where needed. */
function readZip64(extra: Buffer, entry: Entry): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let value = at + 4
    for (const field of ['size', 'packed', 'at'] as const) {
      if (entry[field] !== 0xffffffff) continue
      entry[field] = Number(extra.readBigUInt64LE(value))
      value += 8
    }
  }
}

function unpack(buffer: Buffer, entry: Entry): Buffer {
  try {
    if (buffer.readUInt32LE(entry.at) !== 0x04034b50) throw new ZipError('damaged')
    const start = entry.at + 30 + buffer.readUInt16LE(entry.at + 26) + buffer.readUInt16LE(entry.at + 28)
    const packed = buffer.subarray(start, start + entry.packed)
    if (entry.method === 0) return packed
    if (entry.method !== 8) throw new ZipError('damaged')
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
    if (content.length !== entry.size) throw new ZipError('damaged')
    return content
  } catch (error) {
    if (error instanceof ZipError) throw error
    throw new ZipError((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big' : 'damaged')
  }
}

/**
 * Packs files into a ZIP. Without a clock: every entry bears the same date, so equal content gives equal
 * bytes. `store` leaves entries unpacked, for whoever reads them again at once.
 */
export function writeZip(
  files: Iterable<readonly [path: string, content: Uint8Array]>,
  { store = false } = {},
): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path, 'utf8')
    const packed = store ? content : deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(store ? 0 : 8, 4)
    common.writeUInt16LE(0x5c21, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, Buffer.from(packed))
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name)
    offset += 30 + name.length + packed.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length / 4, 8)
  end.writeUInt16LE(directory.length / 4, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, index, end])
}
