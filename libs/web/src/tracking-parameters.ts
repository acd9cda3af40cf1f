/** Query parameters that name the way a reader came, never the page. Lower case, each with who adds it. */
const NAMES: ReadonlySet<string> = new Set([
  '__twitter_impression', // Twitter in AMP pages
  '_branch_match_id', // Branch
  '_ga', // Google Analytics linker
  '_gl', // Google Analytics linker
  '_hsenc', // HubSpot
  '_hsmi', // HubSpot
  '_openstat', // Openstat
  'at_campaign', // AT Internet
  'at_medium', // AT Internet
  'cmpid', // newsroom campaigns
  'cmp', // newsroom campaigns
  'dclid', // Google Display
  'dicbo', // Outbrain
  'dm_i', // Dotdigital
  'ecid', // Adobe
  'ef_id', // Adobe
  'epik', // Pinterest
  'fb_action_ids', // Facebook
  'fb_action_types', // Facebook
  'fb_ref', // Facebook
  'fb_source', // Facebook
  'fbclid', // Facebook
  'ftag', // CBS
  'gbraid', // Google Ads
  'gclid', // Google Ads
  'gclsrc', // Google Ads
  'gs_l', // Google search
  'guccounter', // Yahoo consent
  'guce_referrer', // Yahoo consent
  'guce_referrer_sig', // Yahoo consent
  'hsctatracking', // HubSpot
  'ico', // newsroom internal links
  'icid', // newsroom internal campaigns
  'igsh', // Instagram
  'igshid', // Instagram
  'itm_campaign', // internal campaigns
  'itm_medium', // internal campaigns
  'itm_source', // internal campaigns
  'mc_cid', // Mailchimp
  'mc_eid', // Mailchimp
  'mkt_tok', // Marketo
  'msclkid', // Microsoft Advertising
  'mtm_campaign', // Matomo
  'mtm_keyword', // Matomo
  'mtm_medium', // Matomo
  'mtm_source', // Matomo
  'ncid', // newsroom campaigns
  'ns_campaign', // comScore
  'ns_fee', // comScore
  'ns_linkname', // comScore
  'ns_mchannel', // comScore
  'ns_source', // comScore
  'oly_anon_id', // Omeda
  'oly_enc_id', // Omeda
  'piwik_campaign', // Piwik
  'piwik_keyword', // Piwik
  'pk_campaign', // Piwik
  'pk_kwd', // Piwik
  'rb_clickid', // Rakuten
  's_cid', // Adobe
  'share_source', // share buttons
  'smid', // newsroom social
  'srsltid', // Google Merchant
  'taid', // TrueAnthem
  'ttclid', // TikTok
  'twclid', // Twitter
  'vero_conv', // Vero
  'vero_id', // Vero
  'wbraid', // Google Ads
  'wickedid', // Wicked Reports
  'wprov', // Wikipedia
  'wt_mc', // Webtrends
  'xtor', // AT Internet
  'yclid', // Yandex
])

const PREFIXES = ['utm_', 'stm_', 'hsa_', 'pk_vid', 'guce_', 'at_custom', '__hs']

/** Parameters that only sometimes track: gone when their value names a channel, kept when it names a thing. */
const BY_VALUE: ReadonlySet<string> = new Set([
  'ref',
  'src',
  'source',
  'from',
  'via',
  'share',
  'origin',
  'referrer',
])
const CHANNEL =
  /^(?:rss|feed|rss[_-]?feed|atom|twitter|tw|facebook|fb|whatsapp|wa|telegram|linkedin|instagram|email|e?mail|newsletter|google|gnews|google[_-]?news|push|app|mobile|share|social|homepage|home|hp|amp|t\.co)$/

/** Whether this query parameter says how a reader came and can go without changing the page. */
export function isTracking(name: string, value: string): boolean {
  const key = name.toLowerCase()
  return (
    NAMES.has(key) ||
    PREFIXES.some((prefix) => key.startsWith(prefix)) ||
    (BY_VALUE.has(key) && CHANNEL.test(value.toLowerCase())) ||
    (/^(?:phpsessid|aspsessionid\w*|jsessionid|cfid|cftoken)$/.test(key) && value.length >= 8)
  )
}
