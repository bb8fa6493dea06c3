/** The thread that turns SVG into PNG: it takes a quarter of a second, in which nobody should wait for an answer. */
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const { resolve } = createRequire(import.meta.url)
const FONTS = ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf']

await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')))
const fontBuffers = await Promise.all(FONTS.map(async (font) => new Uint8Array(await readFile(resolve(font)))))
const picture = new Resvg(String(workerData), {
  font: { fontBuffers, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
})
const png = picture.render().asPng()
parentPort!.postMessage(png)
