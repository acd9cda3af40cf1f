import { deflateSync } from 'node:zlib'
import { numberOf } from './markup.ts'

/** A quiet landscape of four bands as PNG, its colours and heights read off the name: the same picture on every run. */
export function picture(name: string, width: number, height: number): Buffer {
  const hue = numberOf(name, 0, 360)
  const horizon = numberOf(`${name}/horizon`, 35, 60) / 100
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const ridge =
        horizon + 0.07 * Math.sin((x / width) * 9 + hue) + 0.03 * Math.sin((x / width) * 23 + 2 * hue)
      const depth = y / height - ridge
      const band = depth < 0 ? 0 : 1 + Math.min(2, Math.floor(depth * 7))
      const light = band === 0 ? 0.9 - 0.25 * (y / height) : 0.56 - 0.12 * band
      const [r, g, b] = rgb((hue + band * 14) % 360, band === 0 ? 0.5 : 0.32, light)
      const at = y * (width * 3 + 1) + 1 + x * 3
      rows[at] = r
      rows[at + 1] = g
      rows[at + 2] = b
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Hue in degrees, the others 0 to 1 (CSS Color 4, section 7.1). */
function rgb(hue: number, saturation: number, light: number): [number, number, number] {
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12
    return Math.round(
      255 * (light - saturation * Math.min(light, 1 - light) * Math.max(-1, Math.min(k - 3, 9 - k, 1))),
    )
  }
  return [channel(0), channel(8), channel(4)]
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(content.length + 12)
  framed.writeUInt32BE(content.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), content.length + 8)
  return framed
}

/** CRC-32 as PNG wants it (ISO 3309); node:zlib has one only from 20.15 on. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
