import { expect, test } from '@jest/globals'
import { needsOf, RuleIndex } from './rule-index.ts'

test.each([
  ['^(share|shared?-?(bar|box)|[\\w-]*(social|sns)-?links?)$', ['^share', '^share', 'link']],
  ['^([\\w-]*related-?_?(posts?|news)[\\w-]*)$', ['related']],
  ['^a?b+c{2}$', ['b']],
  ['^([\\w-]+|menu)$', undefined],
  ['^(?:more)(?=$|[-_])[\\w-]*$', ['^more']],
])('needsOf() finds what %s cannot match without', (source, needs) => {
  expect(needsOf(source)?.map((n) => (n.isFirst ? '^' : '') + n.literal)).toEqual(needs)
})

test('a rule that matches is always possible', () => {
  const rules = [/^(ads?|advert[\w-]*)$/, /^([\w-]*-menu|nav)$/, /^[a-z]\d$/]
  const index = new RuleIndex(rules)
  for (const text of ['ad', 'ads', 'advertising', 'top-menu', 'nav', 'x1', 'column', ''])
    for (const [r, rule] of rules.entries())
      if (rule.test(text)) expect([text, ...index.possible(text)]).toContain(r)
  expect(index.possible('column')).toEqual([2])
})
