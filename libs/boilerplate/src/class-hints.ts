import type { Attributes } from './parse-page.ts'
import { RuleIndex } from './rule-index.ts'

/** Classes of furniture that the names of an element's class, id, role or tag can tell. */
export type Hint =
  | 'share-bar'
  | 'related'
  | 'comments'
  | 'comment-form'
  | 'navigation'
  | 'breadcrumb'
  | 'advertisement'
  | 'newsletter'
  | 'author-box'
  | 'tags'
  | 'cookie-notice'
  | 'footer'
  | 'sidebar'
  | 'byline'
  | 'caption'
  | 'hidden'
  | 'paywall'
  | 'page-tools'
  | 'widget'
  | 'post-meta'
  | 'contents-list'
  | 'rating'
  | 'ticker'
  | 'headline'
  | 'embed'
  | 'search'
  | 'form'

type Rule = [Hint, RegExp]

/** Matched against single class or id tokens, lower case, camel case cut by hyphens. Names of common systems and plugins. */
const RULES: Rule[] = [
  [
    'comment-form',
    /^(respond|comment-?respond|comment-?form|commentform|reply-?form|akismet[\w-]*|leave-?(a-)?(comment|reply))$/,
  ],
  [
    'comments',
    /^(comment|comment-?(body|content|text|list|thread|entry|item|meta|author|metadata)|commentlist|user-?comments?|usercomment|children-?comments?)$/,
  ],
  [
    'comments',
    /^(comments|comments?-?(area|list|section|wrap(per)?|container|box|block|body|content|thread|template|count|link|number|title|item|text)?|commentlist|disqus[\w-]*|dsq-[\w-]+|fb-comments|fb_comments|livefyre|wpdiscuz[\w-]*|wpd-[\w-]+|coral[\w-]*|spot-?im[\w-]*|viafoura|vf-comments|hyvor-talk|post-comments?|article-?comments?[\w-]*|user-?comments?|reader-comments?|js-comments?|discussion|kommentare?|commentaires?)$/,
  ],
  [
    'share-bar',
    /^(share|shares|sharing|shared?-?(bar|box|buttons?|links?|icons?|tools?|article|post|widget|wrap(per)?|this|count|list|container|text|label|holder|block|section|options)|[\w-]*(social|sns)-?(share|sharing|links?|icons?|buttons?|media|bar|box|tools?|list|networks?|wrap(per)?|container|follow|nav|menu|widget|likes?)[\w-]*|[\w-]*(post|article|entry|content|story|page|news|item|single)-?_?(share|sharing|social)[\w-]*|socials?|sharedaddy|sd-(sharing|social|block|content|title)[\w-]*|jp-?sharing[\w-]*|jetpack-likes[\w-]*|jetpack-sharing[\w-]*|sharethis[\w-]*|st-(buttons|inline-share)[\w-]*|addthis[\w-]*|addtoany[\w-]*|a2a_[\w-]+|sharify[\w-]*|essb[_-][\w-]+|mashsb[\w-]*|swp[_-]social[\w-]*|ssba[\w-]*|ssbp[\w-]*|heateor[\w-]*|the_champ[\w-]*|dpsp-[\w-]+|juiz[_-]sps[\w-]*|shareaholic[\w-]*|novashare[\w-]*|scriptlesssocialsharing[\w-]*|td-post-sharing[\w-]*|jeg_share[\w-]*|fb-like|fb-share[\w-]*|fb-root|twitter-share[\w-]*|like-?buttons?|facebook-like|wpulike|wp_ulike[\w-]*|sharrre|simplesocialbuttons|share-?_?(facebook|twitter|whatsapp|email|mail|linkedin|pinterest|telegram)[\w-]*|social-[\w-]+|share-[\w-]+|[\w-]+-share-(post|buttons?|links?|bar|box)|post_share|sharing-[\w-]+)$/,
  ],
  [
    'related',
    /^(related|jp-?relatedposts[\w-]*|jp-?related[\w-]*|yarpp[\w-]*|crp_related|crp-[\w-]+|wp_rp[\w-]*|zem_rp[\w-]*|rp4wp[\w-]*|[\w-]*related-?_?(posts?|articles?|news|stor(y|ies)|content|links?|items?|topics?|videos?|list|box|block|section|wrap(per)?|container|reading|entries|coverage|inline|widget|title|grid|media|info)[\w-]*|(posts?|article|entry|content|news|inline|jnews_inline|story)[_-]related[\w-]*|related-[\w-]+|outbrain|ob-[\w-]+|outbrain[\w-]*|taboola[\w-]*|trc_[\w-]+|zergnet[\w-]*|revcontent[\w-]*|mgid[\w-]*|plista[\w-]*|engageya[\w-]*|dianomi[\w-]*|more-?(stories|news|articles|posts|from|on|like|links|in|reading|info|about)[\w-]*|[\w-]*(recommended|recommendations?|recirculation|recirc|also-?(like|read|see|on)|read-?(more|also|next|on)|see-?also|you-?(may|might)[\w-]*|most-?(read|viewed|popular|recent|shared|commented|watched)|trending|popular|latest-?(news|posts|stories|articles|headlines)|recent-?(posts|news|articles|stories)|next-?(article|story|post|up)|up-?next|previous-?post|teaser|teasers|promoted|further-?reading|keep-?reading|must-?read|dont-?miss|top-?stories|editors?-?(picks?|choice)|featured-?(posts|stories|articles)|similar-?(posts|articles|news)|also-?in)(?=$|[-_])[\w-]*|lire-?aussi|mehr-?zum-?thema|ver-?tambien|leia-?(tambem|mais)|inread|post-list-group|wp-block-latest-posts[\w-]*|wp-block-query|upprev|navi?-?posts?|related_?posts?|inline-related[\w-]*|in-post-related[\w-]*|irp_?[\w-]*|internal-?links?-?(box)?|more_?posts)$/,
  ],
  [
    'navigation',
    /^(nav|navbar[\w-]*|navigation|[\w-]*-(nav|navigation|navbar|pagination)|nav-?(links?|menu|bar|previous|next|below|above|single|wrap(per)?)|menu|[\w-]*-menu|menu-[\w-]+|mainmenu|submenu|topbar|top-bar|toolbar|pagination|pager|page-?links|wp-pagenavi|post-?navigation|post-?nav|prev-?next[\w-]*|skip-?(link|to|nav|content)[\w-]*|site-?header|masthead|page-header-nav|global-?(header|nav)[\w-]*|mega-?menu[\w-]*|off-?canvas[\w-]*|hamburger[\w-]*|mobile-?(nav|menu)[\w-]*|language-?(switcher|selector)|wpml[\w-]*|back-?to-?top|scroll-?(to-?)?top|scrollup|gotop|top-link|tabs?-?nav[\w-]*)$/,
  ],
  [
    'breadcrumb',
    /^([\w-]*bread-?_?crumbs?[\w-]*|yoast-breadcrumbs?|rank-math-breadcrumb|crumbs?|ariane|fil-?d-?ariane|pathway|trail-items|brotkrumen)$/,
  ],
  [
    'advertisement',
    /^(ads?|advert[\w-]*|ad-?(slot|unit|container|wrap(per)?|box|block|banner|label|placeholder|zone|space|area|break|content|header|text|inner|code|holder|leaderboard|mpu|row|card|module|section|disclaimer)[\w-]*|ads-[\w-]+|[\w-]+-ads?|ad-[\w-]+|adsbygoogle|google-?auto-?placed|googleads?|google_ads[\w-]*|dfp[\w-]*|gpt[-_][\w-]+|div-gpt-ad[\w-]*|banner|banners?-[\w-]+|sponsor(ed|s|ship)?[\w-]*|promo|promos|promo-?(box|block|bar|banner|unit|item|module|card|link)[\w-]*|promotion|promotional|code-block-?\d*|adv|advads[\w-]*|wpads[\w-]*|td-a-rec[\w-]*|publicite|publicidad|werbung|anzeige|pub|reklam[\w-]*|affiliate[\w-]*|commercial[\w-]*|native-ad[\w-]*|teads[\w-]*|adthrive[\w-]*|mv-ad[\w-]*|ezoic[\w-]*|quads-[\w-]+|stream-item-(in|above|below)-[\w-]+|adplaceholder|ai-viewport[\w-]*|wp-block-ad[\w-]*)$/,
  ],
  [
    'newsletter',
    /^([\w-]*newsletters?[\w-]*|subscribe|subscription|subscribe-[\w-]+|subscription-[\w-]+|[\w-]+-subscribe|[\w-]*-?sign-?up[\w-]*|mc4wp[\w-]*|mc_embed[\w-]*|mailchimp[\w-]*|mailing-?list[\w-]*|tnp[\w-]*|jetpack[_-]subscription[\w-]*|wp-block-jetpack-subscriptions[\w-]*|opt-?in[\w-]*|email-?(form|capture|alerts?)[\w-]*|follow-?(us|me|on|box|bar|links?|buttons?)[\w-]*|follow|app-?(promo|download|banner|store)[\w-]*|call-?to-?action[\w-]*|cta|cta-[\w-]+|[\w-]+-cta|donate[\w-]*|donation[\w-]*|support-?us[\w-]*|contribut(e|ion)-?(box|banner|form)?|telegram-?(box|join|channel)[\w-]*|whatsapp-?(box|join|channel)[\w-]*|google-?news-?(follow|button|box)?[\w-]*|push-?notification[\w-]*)$/,
  ],
  [
    'author-box',
    /^(author-?(box|bio|info|card|profile|details|desc|description|about|block|section|footer|area|widget|avatar|image|img|social|wrap(per)?|container|archive)[\w-]*|about-?(the-)?authors?[\w-]*|[\w-]+-author-(box|bio|info|card|profile|desc|description|avatar)[\w-]*|bio|biography|saboxplugin[\w-]*|abh_[\w-]+|abh-[\w-]+|pp-multiple-authors[\w-]*|molongui[\w-]*|m-a-box[\w-]*|ts-fab[\w-]*|wp-biographia[\w-]*|vcard-?box|entry-author-info|post-author-?(box|bio|info|description)?|writer-?(box|bio|info)|user-?(profile|bio))$/,
  ],
  [
    'tags',
    /^(tags?|tagcloud|tag-?(links?|list|cloud|box|container|wrap(per)?|section|items?|block|s-list)|tags-[\w-]+|[\w-]*-(tags|tag-list|tag-links|taglist)|(post|article|entry|single|story|news|content)-?_?tags?|tagged|topics?|topic-?(list|tags?|links?)|keywords?|keyword-list|tax-?links|cat-?links|post-?categor(y|ies)|entry-?categor(y|ies)|article-?categor(y|ies)|categories-?(links?|list)?|labels|schlagworte|mots-?cles|td-tags|jeg_post_tags)$/,
  ],
  [
    'cookie-notice',
    /^([\w-]*cookies?[\w-]*|[\w-]*gdpr[\w-]*|[\w-]*consent[\w-]*|onetrust[\w-]*|didomi[\w-]*|cmplz[\w-]*|cky-[\w-]+|sp_message[\w-]*|usercentrics[\w-]*|cli-[\w-]+|cookielaw[\w-]*|moove[\w-]*|cc-(window|banner|revoke|message)|euc[\w-]*|privacy-?(notice|banner|popup|policy)[\w-]*|qc-cmp[\w-]*)$/,
  ],
  [
    'paywall',
    /^([\w-]*paywall[\w-]*|regwall[\w-]*|piano-?[\w-]*|tp-(modal|container)[\w-]*|premium-?(overlay|box|offer|teaser)[\w-]*|subscriber-?(only|offer|wall)[\w-]*|meter(ed)?-?(wall|content)?|login-?(wall|box|form|modal)[\w-]*|register-?(wall|box)[\w-]*|wsk-[\w-]+)$/,
  ],
  [
    'contents-list',
    /^(toc|table-?of-?contents?|toc[_-][\w-]+|ez-toc[\w-]*|lwptoc[\w-]*|rank-math-toc[\w-]*|wp-block-rank-math-toc[\w-]*|wp-block-yoast-seo-table-of-contents|simpletoc[\w-]*|kb-table-of-contents[\w-]*|on-this-page|article-?(index|contents))$/,
  ],
  [
    'rating',
    /^(kk-?star-?ratings?[\w-]*|gdrts[\w-]*|yasr[\w-]*|rmp-[\w-]+|rating|ratings|post-?ratings?[\w-]*|star-?rating[\w-]*|rate-?(this|post|box)[\w-]*|votes?|voting|like-?dislike[\w-]*|reactions?|emoji-?reactions?[\w-]*|wp-?polls?[\w-]*|poll|polls|quiz|survey)$/,
  ],
  [
    'ticker',
    /^([\w-]*ticker[\w-]*|breaking-?(news)?[\w-]*|marquee|news-?flash[\w-]*|alert-?bar|live-?(bar|strip))$/,
  ],
  [
    'page-tools',
    /^([\w-]*(article|post|story|page|entry|content|text)-?_?(tools?|actions?|toolbar|utilit(y|ies)|controls?|buttons?|functions?)|print|print-?(button|link|friendly|only|page|this)[\w-]*|printfriendly[\w-]*|pf-button[\w-]*|font-?(size|resize)[\w-]*|text-?(size|resize)[\w-]*|listen[\w-]*|audio-?(player|article|version)[\w-]*|text-?to-?speech[\w-]*|tts[\w-]*|speech-?(player|kit)[\w-]*|beyondwords[\w-]*|bookmark[\w-]*|save-?(article|story|button|for-later)[\w-]*|translate[\w-]*|gtranslate[\w-]*|view-?(count|counter|s)[\w-]*|post-?views[\w-]*|views-?count(er)?|edit-?link|post-edit-link|edit-post-link|reading-?(time|progress)[\w-]*|read-?time|estimated-time|copy-?(link|url)[\w-]*|shortlink|report-?(error|mistake|typo)[\w-]*|feedback[\w-]*|helpful[\w-]*|correction-?(form|link))$/,
  ],
  [
    'sidebar',
    /^(sidebar|side-?bar[\w-]*|[\w-]+-sidebar|sidebar-[\w-]+|right-?(rail|col|column|side|bar)[\w-]*|left-?(rail|side|bar)[\w-]*|rail|aside|secondary|widget-?area[\w-]*|complementary)$/,
  ],
  [
    'footer',
    /^(footer|site-?footer|page-?footer|[\w-]*-?footer|footer-[\w-]+|colophon|copyright[\w-]*|legal|legal-[\w-]+|disclaimer[\w-]*|imprint|impressum|bottom-?(bar|nav|links)[\w-]*|foot)$/,
  ],
  [
    'post-meta',
    /^(meta|postmeta|(entry|post|article|story|single|news|content|item)-?_?(meta|info|details|data|date|time|header-meta|byline-meta|stats)[\w-]*|meta-(info|data|item|top|bottom|wrap(per)?|line)[\w-]*|posted-?(on|by|in)|date|time|timestamp|[\w-]*-(date|time|timestamp|datetime|dateline|published|updated)|published|updated|pubdate|dateline|publish-?(date|time|ed)[\w-]*|entry-utility|metadata|submitted)$/,
  ],
  [
    'byline',
    /^(byline[\w-]*|[\w-]*-byline[\w-]*|authors?|author-?(name|link|list|line|names|url)[\w-]*|by-author|[\w-]*-?author-?name|[\w-]+-authors?|vcard|contributors?[\w-]*|writer|writers|autor|auteur|verfasser|source-?(name|line)?|credits?|story-credit)$/,
  ],
  [
    'caption',
    /^(wp-caption-text|[\w-]*caption[\w-]*|[\w-]*(photo|image|img|picture|media)-?_?(credit|credits|source|description|desc|legend|copyright|author|byline|info|meta|title)[\w-]*|legend|legende|bildunterschrift|lightbox[\w-]*|gallery[\w-]*|slideshow[\w-]*|carousel[\w-]*|slider[\w-]*|swiper[\w-]*|flickity[\w-]*|slick[\w-]*)$/,
  ],
  [
    'widget',
    /^(widget|widgets|[\w-]+-widget|widget-[\w-]+|popup|pop-up|modal|[\w-]+-modal|modal-[\w-]+|overlay|lightbox|toast|notification|tooltip|dropdown|infobox|factbox|info-box|fact-box|survey-box|weather[\w-]*|horoscope|stock-?(ticker|quotes?)|calendar)$/,
  ],
  [
    'search',
    /^(search|search-?(form|box|bar|field|wrap(per)?|container|results?|toggle|overlay)[\w-]*|searchform)$/,
  ],
  [
    'hidden',
    /^(hidden|hide|is-hidden|visually-?hidden|sr-only|screen-?reader[\w-]*|d-none|invisible|offscreen|noscript|element-invisible|a11y-hidden|assistive-text|noprint|no-print|print-only|visible-print[\w-]*)$/,
  ],
  [
    'embed',
    /^(twitter-tweet|instagram-media|fb-post|fb-video|tiktok-embed|twitter-video|reddit-card|wp-embedded-content|bluesky-embed|telegram-post|embed-?(tweet|twitter|instagram|facebook)[\w-]*)$/,
  ],
]

/** Names a theme gives to the very body of an article. */
const BODY =
  /^(entry-?_?content[\w-]*|entry|post-?_?content|post-?_?body[\w-]*|post-?_?text|post-?entry|single-?(post-)?content|article-?_?(body|content|text|copy|main-body|full|inner-content)[\w-]*|articlebody[\w-]*|[\w-]*-article-?_?(body|content|text)|story-?_?(body|content|text)[\w-]*|news-?_?(body|content|text|detail|full-text)[\w-]*|body-?(content|text|copy|main)|content-?(body|text|article|inner-text)|main-?(content-)?text|text-?(content|body)|td-post-content|jeg_post_content|tdb_single_content|wp-block-post-content|the-?content|thecontent|single-?entry|field-name-body|field--name-body|node-?body|rich-?text[\w-]*|richtext[\w-]*|caas-body|paragraphs?|artikel-?(text|inhalt|body)|articulo-?(cuerpo|texto)|texte?-?article|corps-?(article|texte)?|cuerpo|testo|hentry-content|pf-content|item-?page|e-content|available-content|markdown-body|prose|blog-?post-?(content|body)|page-?content|elementor-widget-theme-post-content|fl-post-content|fusion-post-content|et_pb_post_content|mw-parser-output|textcontent|detail-?(content|text|body))$/

/** Tokens that say what the article is about, or how the page as a whole is laid out. */
const IGNORED =
  /^(category-|tag-|type-|status-|format-|has-|no-|with-|without-|postid-|page-id-|page-template|author-[\w-]*\d|single-format|is-layout|wp-singular|js-|is-style)/

const index = new RuleIndex([...RULES.map(([, rule]) => rule), BODY])

const cutCamel = (token: string): string =>
  /[A-Z]|__/.test(token)
    ? token
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .replace(/_{2,}/g, '-')
        .toLowerCase()
    : token

export type ClassReading = { hint?: Hint; evidence?: string; body: boolean }
const NOTHING: ClassReading = { body: false }

const isPost = (tokens: readonly string[]): boolean =>
  tokens.includes('hentry') || tokens.includes('type-post')

const MOST_NAMES = 30
const tokensOf = (names: string): string[] =>
  /[^\S ]|  /.test(names) ? names.split(/\s+/, MOST_NAMES) : names.split(' ', MOST_NAMES)

type TokenReading = { hint?: Hint; body: boolean }
const TOKEN_OF_NOTHING: TokenReading = { body: false }
const TOKEN_OF_BODY: TokenReading = { body: true }
const MOST_TOKENS = 20_000
const tokenKnown = new Map<string, TokenReading>()

/** Reads class and id names; one instance per page, since the same names recur. */
export function classReader(): (attributes: Attributes) => ClassReading {
  const known = new Map<string, ClassReading>()
  const readToken = (raw: string): TokenReading => {
    const seen = tokenKnown.get(raw)
    if (seen) return seen
    const token = cutCamel(raw)
    let reading = TOKEN_OF_NOTHING
    if (token.length <= 60 && !IGNORED.test(token)) {
      const possible = index.possible(token)
      // The rule of bodies stands behind the others and goes before them
      if (possible[possible.length - 1] === RULES.length && BODY.test(token)) reading = TOKEN_OF_BODY
      else
        for (const r of possible) {
          const rule = RULES[r]
          if (rule?.[1].test(token)) {
            reading = { hint: rule[0], body: false }
            break
          }
        }
    }
    // A memo over all pages: the same names recur; emptied when full, so that it stays bounded
    if (tokenKnown.size >= MOST_TOKENS) tokenKnown.clear()
    tokenKnown.set(raw, reading)
    return reading
  }
  return (attributes) => {
    const names = attributes.id ? `${attributes.class ?? ''} ${attributes.id}` : (attributes.class ?? '')
    if (names === '') return NOTHING
    const seen = known.get(names)
    if (seen) return seen
    let reading: ClassReading = NOTHING
    const tokens = tokensOf(names)
    if ((names.includes('hentry') || names.includes('type-post')) && isPost(tokens)) reading = NOTHING
    else
      for (const token of tokens) {
        if (token === '') continue
        const { hint, body } = readToken(token)
        if (body) {
          reading = { body: true, evidence: token }
          break
        }
        if (hint && !reading.hint) reading = { hint, evidence: token, body: false }
      }
    known.set(names, reading)
    return reading
  }
}
