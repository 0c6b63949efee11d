const pieceLength = 64 * 1024

/** Small texts put together to pieces worth handling; between two pieces everybody else has a turn. */
export async function* gathered(
  text: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  let piece = ''
  for await (const part of text) {
    piece += part
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
    await new Promise(setImmediate)
  }
  if (piece !== '') yield piece
}

/** Text as the bytes of a body that is made while it is read. */
export async function* piecesOf(text: Iterable<string>): AsyncGenerator<Buffer, void, undefined> {
  for await (const piece of gathered(text)) yield Buffer.from(piece, 'utf8')
}
