/** The page of an explorer: nothing in a name is a tag, and no policy lets anything in. */
import fc from 'fast-check'
import { explorerHtml, inScript } from '../../src/explorer/html'

const program = { text: 'void 0', hash: 'c2hh' }

const stateOf = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="state">(.*?)<\/script>/s.exec(html)![1]!)

const hostile = ['</script><img src=x>', '<!--<script>', '\u2028\u2029', '\u202e&amp;"\'', '${x}`', '\ud800']

test('what it begins with is read as it is, whatever stands in it', () => {
  const texts = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(
      fc.array(texts).map((all) => all.join('')),
      texts,
      (name, description) => {
        const of = { value: { name, description, workload: {} } }
        const html = explorerHtml(of, program)
        expect(stateOf(html)).toEqual(of)
        // Its own scripts, and nothing else that acts or hides.
        expect(html.match(/<script/gi)).toHaveLength(2)
        expect(html.match(/<\/script/gi)).toHaveLength(2)
        expect(html).not.toMatch(/<img|<!--|[\u2028\u2029\u202e]/)
      }
    )
  )
})

test('its policy is no network, and the one script whose hash it has', () => {
  const html = explorerHtml({ value: { name: 'a' } }, program)
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!
  expect(policy!.split('; ').sort()).toEqual([
    "base-uri 'none'",
    "default-src 'none'",
    "form-action 'none'",
    'img-src data:',
    "script-src 'sha256-c2hh'",
    "style-src 'unsafe-inline'"
  ])
  expect(html).not.toMatch(/https?:\/\/|<link|@import|url\(/)
})

test('a program ends its script nowhere, and means the same', () => {
  const text = 'export0 = ["</script>", "<!-- <script>", /<\\/script/.source].join()'
  const safe = inScript(text)
  expect(safe).not.toMatch(/<\/script|<!--/)
  const run = (source: string): unknown => new Function(`let export0; return ${source}`)()
  expect(run(safe)).toBe(run(text))
})
