import { clean } from './clean.ts'
import { Site } from './site.ts'
import { SiteTemplate } from './site-template.ts'

/** A site that can also learn from pages directly, without the pipeline's `clean()` before it. */
export class LearningSite extends Site {
  /** Cleans a page and takes in what was seen of it. Where `clean()` ran already, `absorb()` its footprint instead. */
  learn(html: string, url: string): void {
    this.absorb(clean(html, { url, site: this }).footprint)
  }
}

/** A site nothing is known of yet. */
export const createSite = (host: string): LearningSite => new LearningSite(host)

/** A site from its stored template; data of another shape or version starts afresh. */
export function siteFrom(json: unknown, host = ''): LearningSite {
  const template = SiteTemplate.safeParse(json)
  return template.success ? new LearningSite(template.data.host, template.data) : new LearningSite(host)
}
