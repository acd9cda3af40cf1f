const ADVICE: Readonly<Record<string, string>> = {
  'address-refused': 'Check the address. If it is on your own network, allow it with ALLOW_PRIVATE_ADDRESSES',
  'bad-encoding': 'Tell the publisher that its answer cannot be decoded',
  'bad-url': 'Check the address: it is not one of the web',
  connection: 'It is tried again by itself. If it lasts, see whether the site opens in a browser',
  dns: 'Check the name of the site for a slip, or see whether the site still exists',
  gone: 'Remove the source, or look for its new address on the site',
  'http-401': 'The feed wants a password; look for a public one on the site',
  'http-403': 'The site turns us away; look for another feed of it, or ask the publisher',
  'http-404': 'Look for the new address of the feed on the site, and change it here',
  'http-429': 'Nothing: it is asked less often from now on',
  'no-links': 'Look at the page in a browser: it may have been rebuilt or moved',
  'not-a-feed': 'Use the address of the feed itself, or add the page as a list',
  'not-a-list': 'Use a page that lists articles, or the address of its feed',
  'other-kind': 'Choose the kind it turned out to be, or let the kind be found out',
  'robots-refused': 'The site does not want to be read at this address; look for its feed',
  timeout: 'It is tried again by itself. If it lasts, the site is slow or turns us away',
  'too-large': 'Look for a smaller feed of the same site',
  'too-many-redirects': 'Open the address in a browser, and use the one it leads to',
}

/** What a person can do about a source whose last poll ended so, in English; undefined when nothing needs to be done. */
export function whatToDo(outcome: string | undefined): string | undefined {
  if (outcome === undefined) return undefined
  if (/^http-5\d\d$/.test(outcome))
    return 'Nothing: the site has trouble of its own, and is tried again by itself'
  if (/^http-4\d\d$/.test(outcome)) return ADVICE[outcome] ?? ADVICE['http-404']
  return ADVICE[outcome]
}
