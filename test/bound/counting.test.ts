/**
 * Random compositions, before a judge that knows no paths: it keeps account of the parcels of heat that
 * each bound may be about, and says whether one is counted twice.
 */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import {
  cheapest,
  nothing,
  onProcess,
  tightest,
  times,
  total,
  type AnyModel,
  type CompositionError
} from '../../src/bound/compose'
import type { Composed } from '../../src/bound/instances'
import { number } from '../../src/formula/expression'
import { input, type Inputs } from '../../src/formula/model'
import { kT, temperature } from '../../src/physics/inputs'
import { model } from '../../src/physics/own'
import { evaluate } from '../../src/reading/evaluate'
import type { Energy } from '../../src/units/dimension'
import { joules, kelvin, kT as kTAt, one } from '../../src/units/si'
import { relativeError, right } from '../reading/values'

// What the judge knows: the heat that a bound of a kind may be about, and what it holds for.
const parcels = {
  'erasure/reversible': ['taken up or given off'],
  'erasure/irreversible': ['wasted'],
  erasure: ['taken up or given off', 'wasted'],
  'read/erasure': ['taken up or given off', 'wasted', 'in reading'],
  read: ['in reading', 'amplifying'],
  'consolidation/erasure': ['taken up or given off', 'wasted', 'in consolidating'],
  'update/drive': ['driving'],
  update: ['driving', 'lifting'],
  'steady current': ['driving a current']
} as const
type Kind = keyof typeof parcels
const holdsFor: { readonly [K in Kind]: string } = {
  'erasure/reversible': 'all of an erasure',
  'erasure/irreversible': 'waste of an erasure',
  erasure: 'all of an erasure',
  'read/erasure': 'all of a read',
  read: 'all of a read',
  'consolidation/erasure': 'all of a consolidation',
  'update/drive': 'the drive of an update',
  update: 'all of an update',
  'steady current': 'all of a current'
}

type Memory = 'discrete' | 'continuous'

interface Leaf {
  readonly is: 'leaf'
  /** None for an energy of no process. */
  readonly kind: Kind | undefined
  readonly multiple: number
  readonly memory?: Memory | undefined
}
type Tree =
  | Leaf
  | { readonly is: 'nothing' }
  | { readonly is: 'named'; readonly name: string; readonly of: Tree }
  | { readonly is: 'times'; readonly count: number; readonly of: Tree }
  | { readonly is: 'total' | 'tightest' | 'cheapest'; readonly a: Tree; readonly b: Tree }

// The judge.

/** A process that a bound is about. */
interface About {
  readonly heat: readonly string[]
  readonly holds: string
  readonly name?: string
}
interface Account {
  readonly about: readonly About[]
  readonly value: number
  readonly memories: readonly Memory[]
  readonly isNothing?: true
}

const mayShare = (a: About, b: About): boolean =>
  a.name === undefined || b.name === undefined
    ? a.heat.some((parcel) => b.heat.includes(parcel))
    : a.name === b.name &&
      [a, b]
        .map(({ heat }) => heat.join())
        .sort()
        .join(' and ') !== 'taken up or given off and wasted'

/** What bounds hold for: all of a process, or less; waste is a part of all. */
const held = (about: readonly About[]): string => {
  const each = about.map(({ name, holds }) =>
    name === undefined ? holds : `${holds.startsWith('waste') ? 'waste' : 'all'} of an ${name}`
  )
  const all = each.map((of) => of.replace('waste of', 'all of'))
  return [...new Set(each.filter((of, at) => of === all[at] || !each.includes(all[at]!)))].sort().join('; ')
}

type Judged = E.Either<CompositionError['kind'], Account>

const together = (is: 'total' | 'tightest' | 'cheapest', a: Account, b: Account): Judged => {
  for (const { about, isNothing } of [a, b])
    if (about.length === 0 && isNothing !== true) return E.left('no process')
  const memories = [...new Set([...a.memories, ...b.memories])]
  if (memories.length > 1) return E.left('different memories')
  const about = [...a.about, ...b.about]
  if (is === 'total') {
    if (a.isNothing) return E.right(b)
    if (b.isNothing) return E.right(a)
    return a.about.some((x) => b.about.some((y) => mayShare(x, y)))
      ? E.left('double count')
      : E.right({ about, memories, value: a.value + b.value })
  }
  if (a.isNothing && b.isNothing) return E.right(a)
  return held(a.about) === held(b.about)
    ? E.right({ about, memories, value: Math[is === 'tightest' ? 'max' : 'min'](a.value, b.value) })
    : E.left('different processes')
}

const judged = (tree: Tree): Judged => {
  switch (tree.is) {
    case 'leaf': {
      const { kind, multiple, memory } = tree
      return E.right({
        about: kind === undefined ? [] : [{ heat: parcels[kind], holds: holdsFor[kind] }],
        value: multiple,
        memories: memory === undefined ? [] : [memory]
      })
    }
    case 'nothing':
      return E.right({ about: [], value: 0, memories: [], isNothing: true })
    case 'named':
      return E.map(({ about, value, memories }: Account): Account => {
        const { name } = tree
        const own: About = { heat: [`heat of ${name}`], holds: `all of ${name}` }
        return { about: (about.length === 0 ? [own] : about).map((of) => ({ ...of, name })), value, memories }
      })(judged(tree.of))
    case 'times':
      return E.map(({ about, value, memories }: Account): Account => ({
        about,
        memories,
        value: value * tree.count
      }))(judged(tree.of))
    default: {
      const [a, b] = [judged(tree.a), judged(tree.b)]
      return E.isLeft(a) ? a : E.isLeft(b) ? b : together(tree.is, a.right, b.right)
    }
  }
}

// The library.

const leaf = ({ kind, multiple, memory }: Leaf): AnyModel<Energy> =>
  model<Inputs, Energy>({
    name: `${multiple} kT`,
    symbol: 'E',
    summary: 'so many kT',
    inputs: { temperature },
    unit: joules,
    formula: (symbols) => kT(symbols['temperature'] as never).times(number(multiple)),
    constraint: '',
    ...(kind === undefined ? {} : { processes: [kind] }),
    ...(memory === undefined ? {} : { memory })
  })

/** The composition of a tree, and what it takes: each count is an input of its own. */
const composed = (tree: Tree, counts: Map<string, number>): Composed<Energy> => {
  switch (tree.is) {
    case 'leaf':
      return E.right(leaf(tree))
    case 'nothing':
      return E.right(nothing)
    case 'named':
      return E.chain((of: AnyModel<Energy>) => onProcess(tree.name, of))(composed(tree.of, counts))
    case 'times': {
      const of = composed(tree.of, counts)
      const name = `n${counts.size}`
      counts.set(name, tree.count)
      return E.chain(
        (of: AnyModel<Energy>) =>
          times(of, name, input(name, one, '[0, ∞)', 'count')) as unknown as Composed<Energy>
      )(of)
    }
    default: {
      const compose = { total, tightest, cheapest }[tree.is]
      const [a, b] = [composed(tree.a, counts), composed(tree.b, counts)]
      return E.isLeft(a) ? a : E.isLeft(b) ? b : compose(a.right, b.right)
    }
  }
}

const names = ['register A', 'register B', 'chip', 'bus', 'cache', 'adder']
const kinds = Object.keys(parcels) as readonly Kind[]

const leaves: fc.Arbitrary<Tree> = fc.record({
  is: fc.constant('leaf'),
  kind: fc.option(fc.constantFrom(...kinds), { freq: 12, nil: undefined }),
  multiple: fc.integer({ min: -8, max: 8 }),
  memory: fc.constantFrom(...Array<undefined>(8).fill(undefined), 'discrete', 'discrete', 'continuous')
})

const namedOf = (of: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc.record({ is: fc.constant('named'), name: fc.constantFrom(...names), of })

/** A composition of compositions that are not refused. */
const trees = fc.letrec<{ tree: Tree; sound: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 2, arbitrary: leaves },
    { weight: 3, arbitrary: namedOf(leaves) },
    { weight: 1, arbitrary: fc.constant({ is: 'nothing' }) },
    { weight: 2, arbitrary: namedOf(tie('sound')) },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant('times'),
        count: fc.integer({ min: 0, max: 3 }),
        of: tie('sound')
      })
    },
    {
      weight: 8,
      arbitrary: fc.record({
        is: fc.constantFrom('total', 'total', 'tightest', 'cheapest'),
        a: tie('sound'),
        b: tie('sound')
      })
    }
  ),
  sound: tie('tree').map((tree) => ('a' in tree && E.isLeft(judged(tree)) ? tree.a : tree))
})).tree

const room = kelvin(300)

const sizeOf = (tree: Tree): number =>
  'a' in tree ? sizeOf(tree.a) + sizeOf(tree.b) : 'of' in tree ? sizeOf(tree.of) : 1

/** How often trees of three leaves and more were composed, or refused and why. */
const tally = () => {
  const seen: Record<string, number> = {}
  return {
    seen,
    count: (tree: Tree, outcome: string) => {
      if (sizeOf(tree) >= 3) seen[outcome] = (seen[outcome] ?? 0) + 1
    }
  }
}

test('a composition is refused where the judge finds heat counted twice, or bounds on different things', () => {
  const { seen, count } = tally()
  fc.assert(
    fc.property(trees, (tree) => {
      const counts = new Map<string, number>()
      const [verdict, bound] = [judged(tree), composed(tree, counts)]
      const outcome = E.isLeft(bound) ? bound.left.kind : 'composed'
      expect(outcome).toBe(E.isLeft(verdict) ? verdict.left : 'composed')
      count(tree, outcome)
      if (E.isLeft(bound) || E.isLeft(verdict)) return
      const values = { temperature: room, ...Object.fromEntries(counts) }
      const given = Object.fromEntries(
        Object.keys(bound.right.inputs).map((name) => [name, values[name as never]])
      )
      const value = right(evaluate(bound.right)(given as never))
      const expected = kTAt(verdict.right.value, room)
      if (verdict.right.value === 0) expect(value.exact.isZero()).toBe(true)
      else expect(relativeError(value.exact, expected.exact)).toBeLessThan(1e-30)
    }),
    { numRuns: 6000 } // the rarest outcome comes up some fifty times
  )
  for (const outcome of [
    'composed',
    'double count',
    'different processes',
    'different memories',
    'no process'
  ])
    expect([outcome, (seen[outcome] ?? 0) >= 20]).toEqual([outcome, true])
})

test('only which names are the same matters, not what they are', () => {
  const renamed = (tree: Tree, by: (name: string) => string): Tree =>
    'a' in tree
      ? { ...tree, a: renamed(tree.a, by), b: renamed(tree.b, by) }
      : tree.is === 'named'
        ? { ...tree, name: by(tree.name), of: renamed(tree.of, by) }
        : tree.is === 'times'
          ? { ...tree, of: renamed(tree.of, by) }
          : tree
  const letters = fc.stringMatching(/^[a-zäα][a-zäα .,:-]{0,8}[a-zäα]$/u)
  const others = fc.uniqueArray(letters, { minLength: names.length, maxLength: names.length })
  fc.assert(
    fc.property(trees, others, (tree, to) => {
      const [one, other] = [tree, renamed(tree, (name) => to[names.indexOf(name)]!)].map((each) =>
        composed(each, new Map())
      )
      expect(E.isLeft(one!) ? one!.left.kind : 'composed').toBe(
        E.isLeft(other!) ? other!.left.kind : 'composed'
      )
    }),
    { numRuns: 500 }
  )
})

test('what a composition is made of is not added to it, however deep it stands', () => {
  const within = (tree: Tree): readonly Tree[] =>
    'a' in tree
      ? [tree.a, tree.b].flatMap((each) => [each, ...within(each)])
      : tree.is === 'times'
        ? [tree.of, ...within(tree.of)]
        : []
  let refused = 0
  fc.assert(
    fc.property(trees, (tree) => {
      const whole = composed(tree, new Map())
      fc.pre(E.isRight(whole) && whole.right.processes.length > 0)
      for (const each of within(tree)) {
        const part = composed(each, new Map())
        if (E.isLeft(part) || part.right.processes.length === 0) continue
        const [one, other] = [total(right(whole), part.right), total(part.right, right(whole))]
        expect([E.isLeft(one) && one.left.kind, E.isLeft(other) && other.left.kind]).toEqual([
          'double count',
          'double count'
        ])
        expect(E.isLeft(one) && one.left.message).toContain(`${right(whole).name} and ${part.right.name} `)
        refused++
      }
    }),
    { numRuns: 500 }
  )
  expect(refused).toBeGreaterThan(200)
})
