export {
  addressAllowed,
  addressRefusal,
  type AllowList,
  literalAddress,
  parseAllowList,
} from './addresses.ts'
export { canonicalUrl, urlKey } from './canonical-url.ts'
export {
  type FetchAnswer,
  FetchError,
  type FetchErrorCode,
  type Fetcher,
  type FetchRequest,
  type Redirect,
} from './fetch-port.ts'
export { hostKey } from './host-key.ts'
export { cacheLifetimeMs, retryAfterMs } from './http-times.ts'
export { isWebPort } from './ports.ts'
export {
  crawlDelaySeconds,
  isAllowed,
  readRobots,
  refusingPattern,
  robotsAllowed,
  type RobotsRules,
  robotsSitemaps,
} from './robots.ts'
export { isTracking } from './tracking-parameters.ts'
export { trustedCanonical } from './trusted-canonical.ts'
