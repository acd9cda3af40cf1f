// Feeds: the libraries in the shape of the bench's contract.
const lib = (name) => import(new URL(`../../../libs/${name}/dist/index.js`, import.meta.url).href)
const [feeds, web, charset, text, fetching] = await Promise.all(
  ['feeds', 'web', 'charset', 'text', 'http-fetch'].map(lib),
)

const MAX_BYTES = 16 * 1024 * 1024

export const parse = (bytes, { contentType, url } = {}) =>
  feeds.parseFeed(bytes, { contentType, url: url ?? '' })
export const decode = (bytes, { contentType } = {}) => charset.decode(bytes, contentType)
export const parseDate = (string) => text.parseDate(string)
export const robotsAllowed = (txt, userAgent, url) => web.robotsAllowed(txt, userAgent, url)
export const addressAllowed = (url, ips) => web.addressAllowed(url, ips)
// What is no OPML throws in the library; the contract takes an empty list for it as well
export const parseOpml = (bytes) => {
  try {
    return feeds.parseOpml(bytes).map(({ folder, ...rest }) => ({ ...rest, folder: folder.join('/') }))
  } catch {
    return []
  }
}
export const decompress = (bytes, encoding) => fetching.decompress(bytes, encoding, MAX_BYTES)
