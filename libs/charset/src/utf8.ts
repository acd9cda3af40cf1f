/** How much of some bytes is UTF-8: characters of two bytes and more that are right, and bytes that fit none. */
export function countUtf8(bytes: Uint8Array): { right: number; wrong: number } {
  let right = 0
  let wrong = 0
  const end = bytes.length
  for (let i = 0; i < end;) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) {
      i++
      continue
    }
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
    let at = 1
    while (at < length && i + at < end && ((bytes[i + at] ?? 0) & 0xc0) === 0x80) at++
    if (length > 0 && at === length) right++
    // A character cut off by the end of the bytes is no fault of the encoding
    else if (length === 0 || i + at < end) wrong++
    i += Math.max(at, 1)
  }
  return { right, wrong }
}
