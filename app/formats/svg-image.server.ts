import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const require = createRequire(import.meta.url)

/** Read from npm packages, so that a server without fonts writes Vietnamese too; the first one stands in for all others. */
const files = [
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf'),
]

let fonts: Promise<Uint8Array[]> | undefined

async function load(): Promise<Uint8Array[]> {
  const [wasm, buffers] = await Promise.all([
    readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    Promise.all(files.map((file) => readFile(file))),
  ])
  await initWasm(wasm)
  return buffers
}

/**
 * A drawing as a PNG of `width` pixels on white, its height in proportion; text is set in Noto Sans whatever the machine has.
 * @throws where the drawing is no SVG
 */
export async function svgToPng(svg: string, width: number): Promise<Uint8Array> {
  const fontBuffers = await (fonts ??= load())
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#fff',
    font: { fontBuffers, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' },
  })
  try {
    const image = resvg.render()
    try {
      return image.asPng()
    } finally {
      image.free()
    }
  } finally {
    resvg.free()
  }
}
