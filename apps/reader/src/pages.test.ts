import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildReader } from '../build.mjs'
import { type FixtureServer, startFixtureServer } from '../dev/fixture-server.ts'

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
jest.setTimeout(90_000)
const hasBrowser = fs.existsSync(CHROMIUM)
if (!hasBrowser)
  console.warn(`The pages are not driven in a browser: Cannot find "${CHROMIUM}" (set CHROMIUM_PATH)`)

;(hasBrowser ? describe : describe.skip)('in a real browser the pages', () => {
  let folder = ''
  let server: FixtureServer
  let browser: Browser
  const complaints: string[] = []

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reader-'))
    await buildReader(folder)
    server = await startFixtureServer(folder)
    const { chromium } = await import('playwright-core')
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  async function withPage(
    options: { language?: 'en' | 'ar'; width?: number; hostile?: boolean },
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { language = 'en', width = 1280, hostile = false } = options
    const context: BrowserContext = await browser.newContext({
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
      locale: language,
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    // Hostile HTML breaks the policy while it is read, which is what the policy is for
    const isComplaint = hostile ? /Uncaught/ : /Content Security Policy|Uncaught/
    page.on('console', (line) => {
      if (line.type() === 'error' && isComplaint.test(line.text())) complaints.push(line.text())
    })
    await use(page)
    await context.close()
    expect(complaints).toEqual([])
  }
  const tooWide = (page: Page): Promise<number> =>
    page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))

  test('list events, each title in its own language and direction, and go on below', () =>
    withPage({}, async (page) => {
      await page.goto(server.url)
      const first = page.locator('.card').first()
      await first.waitFor()
      expect(await first.locator('.card-words').getAttribute('dir')).toBe('rtl')
      expect(await first.locator('h2').getAttribute('lang')).toBe('ar')
      expect(await first.textContent()).toContain('4 independent sources')
      expect(await page.locator('.card').count()).toBe(20)
      await page.getByRole('button', { name: 'Show more' }).click()
      await page.locator('.card').nth(35).waitFor()
    }))

  test('filter events and keep the filter in the address', () =>
    withPage({}, async (page) => {
      await page.goto(server.url)
      await page.getByLabel('Least number of independent sources').selectOption('3')
      await page.waitForFunction(() => document.querySelectorAll('.card').length === 2)
      expect(new URL(page.url()).search).toBe('?minSources=3')
      await page.getByLabel('Filter by words').fill('nowhere at all')
      await page.keyboard.press('Enter')
      await page.getByText('No event matches these filters').waitFor()
    }))

  test('fill the list by itself while the first events come in, and tell of later ones', () =>
    withPage({}, async (page) => {
      let shownEvents = 0
      await page.route('**/api/v1/events?*', async (route) => {
        const answer = await route.fetch()
        const list: { items: object[]; nextCursor?: string } = await answer.json()
        await route.fulfill({ json: { ...list, items: list.items.slice(-shownEvents || list.items.length) } })
      })
      await page.route('**/api/v1/events?*', (route) =>
        shownEvents ? route.fallback() : route.fulfill({ json: { items: [], total: 0 } }),
      )
      await page.goto(server.url)
      await page.getByText('No events yet').waitFor()
      shownEvents = 5
      server.tell('event-new')
      await page.locator('.card').nth(4).waitFor()
      expect(await page.locator('.card').count()).toBe(5)
      await page.evaluate(() => scrollTo(0, 400))
      shownEvents = 20
      server.tell('event-new')
      await page.getByRole('button', { name: /new developments/ }).click()
      await page.locator('.card').nth(19).waitFor()
    }))

  test('move in the list with j and k, open with Enter, and come back to the same place', () =>
    withPage({}, async (page) => {
      await page.goto(server.url)
      await page.locator('.card').first().waitFor()
      for (const key of ['j', 'j', 'j', 'j', 'j', 'j', 'j', 'k']) await page.keyboard.press(key)
      const title = await page.evaluate(() => document.activeElement?.textContent ?? '')
      expect(title).toBe(await page.locator('.card h2').nth(5).textContent())
      await page.waitForTimeout(100)
      const place = await page.evaluate(() => scrollY)
      expect(place).toBeGreaterThan(200)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      expect(await page.evaluate(() => scrollY)).toBe(0)
      await page.goBack()
      await page.waitForFunction((place) => Math.abs(scrollY - place) < 5, place)
    }))

  test('reach the pages, the search field and the table of keys from the keyboard', () =>
    withPage({}, async (page) => {
      await page.goto(server.url)
      await page.locator('.card').first().waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('/')
      await page.keyboard.type('jk Sidr')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search?q=jk+Sidr')
      await page.locator('h1').first().waitFor({ state: 'attached' })
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      for (const key of ['g', 's']) await page.keyboard.press(key)
      await page.waitForURL('**/sources')
    }))

  test('show an event by independent source, its copies folded, and merge only after a yes', () =>
    withPage({}, async (page) => {
      await page.goto(server.url)
      await page.locator('.card a').first().click()
      await page.locator('.strand-card').nth(3).waitFor()
      expect(await page.locator('.strand-card').count()).toBe(4)
      expect(await page.locator('.copy').first().isVisible()).toBe(false)
      await page.getByText('1 copy of this text').first().click()
      expect(await page.locator('.copy').first().textContent()).toContain('Edited copy')
      await page.getByText('Correct the grouping').click()
      await page.getByLabel('Words of the other event').fill('Marsa Louz')
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('radio').first().check()
      await page.getByRole('button', { name: 'Merge it into this event' }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
      expect(await page.locator('.strand-card').count()).toBe(4)
      await page.getByRole('button', { name: 'Merge it into this event' }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Merge it into this event' }).click()
      await page.locator('.strand-card').nth(4).waitFor()
    }))

  test('mark the names of an article, say who is meant, and show what was dropped', () =>
    withPage({ language: 'ar', hostile: true }, async (page) => {
      await page.goto(`${server.url}/search?q=${encodeURIComponent('سيول وادي السدر')}&in=articles`)
      await page.locator('.card a').first().click()
      await page.locator('.article-body blockquote').waitFor()
      expect(await page.locator('.article-body li').count()).toBe(3)
      expect(await page.locator('.article :is(script, img, iframe, [style], [onerror])').count()).toBe(0)
      expect(await page.title()).not.toContain('taken over')
      await page.locator('.article-body .mention').first().focus()
      expect(await page.getByRole('tooltip').textContent()).toContain('وزيرة الموارد المائية')
      await page.getByRole('button', { name: 'مع 6 كتل محذوفة' }).click()
      expect(await page.locator('.dropped-block').count()).toBe(6)
      expect(await page.locator('.dropped-block').first().textContent()).toContain('مسار التنقل')
    }))

  test('say of a block that it belongs to the article or doesn’t, and take the word back', () =>
    withPage({ hostile: true }, async (page) => {
      await page.goto(`${server.url}/search?q=dockers&in=articles`)
      await page.locator('.card a').first().click()
      await page.getByRole('button', { name: /dropped block/ }).click()
      await page
        .getByRole('button', { name: 'Part of the article on this site', exact: true })
        .first()
        .press('Enter')
      await page
        .getByRole('button', { name: /^Not part of the article on this site/ })
        .first()
        .press('Enter')
      const marks = page.getByRole('region', { name: /^Said of / }).getByRole('listitem')
      await marks.nth(1).waitFor()
      expect(await marks.locator('.badge').allTextContents()).toEqual(['Dropped', 'Kept'])
      await marks.getByRole('button', { name: 'Take back' }).first().click()
      await marks.nth(1).waitFor({ state: 'detached' })
      expect(await marks.locator('.badge').allTextContents()).toEqual(['Kept'])
    }))

  test('follow an event, mute it instead, and find it again among the muted', () =>
    withPage({}, async (page) => {
      await page.goto(server.url)
      const title = (await page.locator('.card-title a').nth(1).textContent()) ?? ''
      await page.locator('.card-title a').nth(1).click()
      await page.getByRole('button', { name: 'Follow', exact: true }).press('Enter')
      await page.getByRole('button', { name: 'Followed', exact: true, pressed: true }).waitFor()
      await page.getByRole('button', { name: 'Mute', exact: true }).click()
      await page.getByRole('button', { name: 'Muted', exact: true, pressed: true }).waitFor()
      expect(await page.getByRole('button', { pressed: true }).count()).toBe(1)
      await page.goto(server.url)
      await page.locator('.card-title a').first().waitFor()
      expect(await page.locator('.card-title a', { hasText: title }).count()).toBe(0)
      await page.getByLabel('Followed or muted').selectOption('muted')
      await page.locator('.card-title a', { hasText: title }).waitFor()
      await page.getByRole('link', { name: title }).click()
      await page.getByRole('button', { name: 'Muted', exact: true }).click()
      await page.getByRole('button', { name: 'Mute', exact: true, pressed: false }).waitFor()
    }))

  test('correct who somebody is from the keyboard, and ask before two are made one', () =>
    withPage({ language: 'ar', width: 390 }, async (page) => {
      const { items } = (await (await fetch(`${server.url}/api/v1/entities`)).json()) as {
        items: { id: string; type: string }[]
      }
      await page.goto(`${server.url}/entities/${items.find(({ type }) => type === 'person')?.id}`)
      const same = page.getByRole('button', { name: /^هما واحد/ })
      await same.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'أهما واحد؟' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.waitForFunction(() =>
        document.activeElement?.getAttribute('aria-label')?.startsWith('هما واحد'),
      )
      await page.getByRole('button', { name: /^ليسا واحدًا/ }).press('Enter')
      await same.waitFor({ state: 'detached' })
      await page.getByText('تصحيح صاحب الاسم').focus()
      await page.keyboard.press('Enter')
      await page.getByLabel('الاسم الجديد').fill('Nour Barqawi')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Nour Barqawi' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }))

  test('add, pause and delete a source, and say what is wrong with an address', () =>
    withPage({}, async (page) => {
      await page.goto(`${server.url}/sources`)
      await page.locator('.source').nth(8).waitFor()
      await page.getByLabel('Add a source').fill('not an address')
      await page.keyboard.press('Enter')
      await page.getByText('“not an address” is not a web address').waitFor()
      await page.getByLabel('Add a source').fill('lantern.example/feed')
      await page.getByLabel('Kind').selectOption('List page')
      await page.keyboard.press('Enter')
      const row = page.locator('.source', { hasText: 'lantern.example' })
      await row.getByText('List page').waitFor()
      await row.getByRole('button', { name: 'Pause' }).click()
      await row.getByText('Paused').waitFor()
      await row.getByRole('button', { name: 'Delete' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
      await row.waitFor({ state: 'detached' })
    }))

  test('say in numbers what goes with a source before it is deleted, by keyboard alone', () =>
    withPage({ language: 'ar' }, async (page) => {
      await page.goto(`${server.url}/sources`)
      const row = page.locator('.source', { hasText: 'منبر الساحل' })
      await row.getByRole('button', { name: 'حذف' }).focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      expect(await dialog.getByRole('radio').count()).toBe(2)
      expect(await dialog.getByRole('radio').first().isChecked()).toBe(true)
      expect(await dialog.textContent()).toContain('يُحذف 512 مقال')
      expect(await dialog.textContent()).toContain('تبقى 3 مقالات ينشرها مصدر آخر أيضًا')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await row.getByRole('button', { name: 'حذف' }).press('Enter')
      await dialog.getByRole('radio').first().focus()
      await page.keyboard.press('ArrowDown')
      const asked = page.waitForRequest((request) => request.method() === 'DELETE')
      await dialog.getByRole('button', { name: 'حذف' }).press('Enter')
      expect((await asked).url()).toContain('?articles=delete')
      await row.waitFor({ state: 'detached' })
    }))

  test('say in the language of the interface why a source is asked when it is, and what ails it', () =>
    withPage({ language: 'ar' }, async (page) => {
      await page.goto(`${server.url}/sources`)
      const failing = page.locator('.source', { hasText: 'Küstenblatt' })
      await failing.waitFor()
      expect(await failing.textContent()).toContain('العنوان صفحة وليس خلاصة')
      expect(await failing.textContent()).toContain('استخدم عنوان الخلاصة نفسها')
      expect(await failing.textContent()).toContain('تعثّر 4 مرات متتالية')
      expect(await failing.locator('code').textContent()).toBe('Disallow: /private/*')
      expect(await page.locator('.source-next').first().textContent()).toMatch(/يأتي جديد كل 35 دقيقة/)
    }))

  test('take a list of sources that is dropped on the page', () =>
    withPage({}, async (page) => {
      await page.goto(`${server.url}/sources`)
      await page.locator('.opml').waitFor()
      const dropped = await page.evaluateHandle(() => {
        const transfer = new DataTransfer()
        transfer.items.add(
          new File(
            ['<opml version="2.0"><body><outline xmlUrl="https://a.example/feed"/></body></opml>'],
            'list.opml',
            { type: 'text/x-opml' },
          ),
        )
        return transfer
      })
      await page.dispatchEvent('.opml', 'dragover', { dataTransfer: dropped })
      expect(await page.locator('.opml').getAttribute('class')).toContain('opml-over')
      await page.dispatchEvent('.opml', 'drop', { dataTransfer: dropped })
      await page.getByText('1 sources added, 0 were there already').waitFor()
      expect(await page.locator('.opml').getAttribute('class')).not.toContain('opml-over')
    }))

  test('refresh the pipeline when the stream tells of news', () =>
    withPage({}, async (page) => {
      await page.goto(`${server.url}/pipeline`)
      const placed = page.locator('.flow-step').nth(4).locator('.flow-count')
      await placed.waitFor()
      await page.getByText('Live', { exact: true }).waitFor()
      const before = await placed.textContent()
      server.tell('event-new')
      await page.waitForFunction(
        (before) => document.querySelectorAll('.flow-count')[4]?.textContent !== before,
        before,
      )
      await page.getByRole('button', { name: 'Replay' }).first().click()
      await page.getByText('Sent back to its stage').waitFor()
    }))

  test('switch the whole layout with the language and keep the choice', () =>
    withPage({}, async (page) => {
      await page.goto(`${server.url}/settings`)
      await page.getByRole('button', { name: 'العربية' }).first().click()
      await page.getByRole('button', { name: 'داكن' }).click()
      await page.reload()
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
      await page.getByRole('heading', { level: 1, name: 'الإعدادات' }).waitFor()
    }))

  test('fit a telephone of 320 px', () =>
    withPage({ language: 'ar', width: 320 }, async (page) => {
      for (const place of ['/', '/search?q=wadi', '/sources', '/pipeline', '/settings', '/nothing']) {
        await page.goto(server.url + place)
        await page.locator('h1').first().waitFor({ state: 'attached' })
        await page.waitForFunction(() => !document.querySelector('.loading'))
        expect([place, await tooWide(page)]).toEqual([place, 0])
      }
    }))

  test('say in words what is wrong, and what to do', () =>
    withPage({}, async (page) => {
      await page.goto(`${server.url}/events/01KNOWHERE`)
      await page.getByText('This is not here, or not any more').waitFor()
      await page.getByText('Cannot find "01KNOWHERE"').waitFor()
      await page.route('**/api/v1/sources*', (route) => route.abort())
      await page.goto(`${server.url}/sources`)
      await page.getByText('The service cannot be reached').waitFor()
      await page.unroute('**/api/v1/sources*')
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.locator('.source').first().waitFor()
    }))
})
