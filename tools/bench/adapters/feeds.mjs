// Feeds: the libraries in the shape of the bench's contract, each loaded when it is first needed.
const loaded = new Map()
const lib = (name) => {
  if (!loaded.has(name))
    loaded.set(name, import(new URL(`../../../libs/${name}/dist/index.js`, import.meta.url).href))
  return loaded.get(name)
}

const MAX_BYTES = 16 * 1024 * 1024

export const parse = async (bytes, { contentType, url } = {}) =>
  (await lib('feeds')).parseFeed(bytes, { contentType, url: url ?? '' })
export const decode = async (bytes, { contentType } = {}) => (await lib('charset')).decode(bytes, contentType)
export const parseDate = async (string) => (await lib('text')).parseDate(string)
export const robotsAllowed = async (txt, userAgent, url) =>
  (await lib('web')).robotsAllowed(txt, userAgent, url)
export const addressAllowed = async (url, ips) => (await lib('web')).addressAllowed(url, ips)
export const decompress = async (bytes, encoding) =>
  (await lib('http-fetch')).decompress(bytes, encoding, MAX_BYTES)

// What is no OPML throws in the library; the contract takes an empty list for it as well
export const parseOpml = async (bytes) => {
  const { parseOpml: read } = await lib('feeds')
  try {
    return read(bytes).map(({ folder, ...rest }) => ({ ...rest, folder: folder.join('/') }))
  } catch {
    return []
  }
}
