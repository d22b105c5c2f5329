/** An answer in sentences: what it says, before the figures that it rests on. */
import { isBound, type Tier } from '../formula/model'
import type { Answer, AnswerFigure, QuestionName } from '../question/answer'
import { assumedIn, excludes } from '../question/referee'
import { walls, type Wall } from '../ledger/paradigms'
import { enumerated } from '../shape/words'
import { Working } from '../units/decimal'
import { formatWith } from '../units/format'
import { isQuantity } from '../units/quantity'
import { electronvolts } from '../units/si'
import { atPlace } from './design'
import { figure, placeNames, said, tierName } from './ledger'
import { shareText } from './picture/ledger-rows'
import { inWords } from './picture/words'
import { notesOn } from './notes'
import { boundSentences, capital, noneBelow, type BoundPart } from './remarks'
import { signed } from './text/explanation'

/** An answer, and its figures by name as they are printed. */
interface Told {
  readonly answer: Answer
  readonly of: (name: string) => AnswerFigure | undefined
  readonly value: (name: string) => string
  readonly print: (figure: AnswerFigure) => string
}

/** A share in percent, also of what takes more where it should save; with the minus of quantities. */
export const sharePercent = (of: number): string => {
  if (of === 0) return '0'
  const size = shareText(new Working(Math.abs(of)))
  if (of > 0) return size
  const [near, ...rest] = size.split(' ') // "< 0.1 %", "> 99.9 %", "3.9 %"
  return near === '<' || near === '>' ? `${near === '<' ? '>' : '<'} -${rest.join(' ')}` : `-${size}`
}

const share = ({ share: of = 0 }: AnswerFigure): string => sharePercent(of)

/** A figure that is no enclosure, as a number. */
const numberOf = ({ value }: AnswerFigure): number => (isQuantity(value) ? value.value : NaN)

/** "7.3 decades above", "3.1 decades below", "just below", "level with". */
const apart = (decades: number): string => {
  if (decades === 0) return 'level with'
  const far = Math.abs(decades) < 0.05 ? 'just' : `${Math.abs(decades).toFixed(1)} decades`
  return `${far} ${decades < 0 ? 'below' : 'above'}`
}

const sign = ({ value }: AnswerFigure): number => (isQuantity(value) ? value.exact.comparedTo(0) : 1)

/** The row that a figure of a ledger is of, and what of it. */
const partsOf = ({ name }: AnswerFigure): readonly [row: string, part: string] => {
  const dot = name.lastIndexOf('.')
  return [name.slice(0, dot), name.slice(dot + 1)]
}

const isPlace = (name: string): name is keyof typeof placeNames => Object.hasOwn(placeNames, name)

/** Where a row spends most. */
const binding = (most: AnswerFigure): string => {
  const [, place] = partsOf(most)
  if (!isPlace(place)) return ''
  return place === 'beside'
    ? `most is spent beside the walls, ${share(most)} of it`
    : `the ${placeNames[place]} binds, with ${share(most)} of it`
}

/** The same where walls are unknown, of which any may bind. */
const known = (most: AnswerFigure, silent: readonly Wall[]): string => {
  const [, place] = partsOf(most)
  const at = isPlace(place) ? atPlace(placeNames[place]) : place
  return `Of what is known most is spent ${at}, ${share(most)} of it; nothing is told of ${enumerated(silent.map((wall) => `the ${placeNames[wall]}`))}.`
}

/** What must be said beside a total, of what it is made of. */
const totalWords = (total: AnswerFigure, parts: readonly AnswerFigure[]): readonly string[] => [
  ...((total.decades ?? 0) < 0 ? [`That is below the floor. ${noneBelow}.`] : []),
  ...(isBound(total.tier) ? [] : boundSentences(boundAmong(parts)))
]

/** The parts of a whole that are bounds. */
const boundAmong = (parts: readonly AnswerFigure[]): readonly BoundPart[] =>
  parts.flatMap((each) => {
    const { tier, claim, share: of = 0 } = each
    const [, part] = partsOf(each)
    const at = isPlace(part) ? placeNames[part] : part
    return isBound(tier) && claim !== undefined && of > 0 ? [{ at, claim, share: new Working(of) }] : []
  })

const least = ({ answer: { figures }, of, value }: Told): readonly string[] => {
  const machines = figures.filter((each) => {
    const [row, part] = partsOf(each)
    return (
      part === 'total' &&
      !isBound(each.tier) &&
      figures.some((other) => partsOf(other)[0] === row && other !== each)
    )
  })
  const [first] = [...machines].sort((a, b) => (a.decades ?? 0) - (b.decades ?? 0))
  const floor = of('floor.total')!
  const [before, behind] = said(floor.claim ?? 'estimate')
  const [row] = first === undefined ? [''] : partsOf(first)
  const places = figures.filter((each) => each !== first && partsOf(each)[0] === row)
  const [most] = places
  return [
    `Training this takes ${before}${value('floor.total')}${behind} (${tierName(floor.tier)}: ${floor.constraint}).`,
    ...(first === undefined || most === undefined
      ? []
      : [
          `Of the machines here ${row} takes the least, ${value(first.name)}, and there ${binding(most)}.`,
          ...totalWords(first, places)
        ])
  ]
}

/** How a part came about: as is said of it, or else by its tier. */
const groundOf = ({ tier, evidence }: AnswerFigure): string =>
  evidence ?? (tier === 'empirical' ? 'stated without evidence' : tierName(tier))

const distance = ({ answer: { figures, verdict }, of, print }: Told): readonly string[] => {
  const [total, ...others] = figures as readonly [AnswerFigure, ...AnswerFigure[]]
  const floor = of('floor.total')!
  const rest = others.filter((each) => each !== floor)
  const [row] = partsOf(total)
  const places = rest.filter((each) => isPlace(partsOf(each)[1]))
  const own = rest.filter((each) => !isPlace(partsOf(each)[1]))
  const parts = own.length > 0 ? own : places
  const silent = walls.filter((wall) => !places.some((each) => partsOf(each)[1] === wall))
  const grounds = new Map<string, number>()
  for (const part of parts)
    grounds.set(groundOf(part), (grounds.get(groundOf(part)) ?? 0) + (part.share ?? 0))
  const evidence = [...grounds]
    .sort(([, a], [, b]) => b - a)
    .map(([ground, of]) => `${sharePercent(of)} ${ground}`)
  return [
    total === floor
      ? `The floor is ${said(floor.claim ?? 'estimate')[0]}${print(floor)} (${tierName(floor.tier)}: ${floor.constraint}).`
      : `${row} takes ${print(total)}, ${apart(total.decades ?? 0)} the floor, ${print(floor)} (${tierName(floor.tier)}).`,
    ...(places[0] === undefined
      ? []
      : [silent.length === 0 ? `${capital(binding(places[0]))}.` : known(places[0], silent)]),
    ...totalWords(total, parts),
    `The evidence is as good as its weakest: ${tierName(verdict as Tier)}${evidence.length === 0 ? '' : `; of the total, ${evidence.join(', ')}`}.`
  ]
}

const reads = ({ answer: { verdict }, of, value }: Told): readonly string[] => {
  const [excess, saving] = [of('writeExcess')!, of('readSaving')!]
  const more = (each: AnswerFigure, what: readonly [string, string]): string =>
    `${value(each.name).replace(/^[-−]/, '')} ${what[sign(each) < 0 ? 1 : 0]}`
  const split = (above: string, below: string): string =>
    `Above ${value('breakEvenReads')} ${above} takes less, and below ${below} does.`
  const words: Readonly<Record<string, string>> = {
    above: split('training in memory', 'fetching'),
    below: split('fetching', 'training in memory'),
    always: 'Training in memory takes less, however many reads there are for each write.',
    never: 'Fetching takes less, however many reads there are for each write.',
    even: 'Both take the same, however many reads there are for each write.'
  }
  return [
    words[verdict]!,
    `In memory a write takes ${more(excess, ['more', 'less'])}, and a read ${more(saving, ['less', 'more'])}.`
  ]
}

const conversion = ({ answer: { verdict, given }, of, value, print }: Told): readonly string[] => {
  const asGiven = (name: string): string => formatWith<unknown>({ digits: 'all' })(given[name]!)
  const isOwn = given['conversionEnergy'] !== undefined
  const who = isOwn
    ? `a converter of ${asGiven('conversionEnergy')}`
    : 'an ideal converter, at the kT limit of its class,'
  const rows = of('balancedRows')!
  const limit = of('analogMac')!
  return [
    `At ${asGiven('outputBits')} and ${asGiven('rows')} ${who} is ${sharePercent(numberOf(of('conversionShare')!))} of what a product takes: it ${verdict}.`,
    numberOf(rows) < 1
      ? 'At these bits a single row is enough that it does not dominate.'
      : `At these bits it stops dominating above ${print(rows)}.`,
    ...(isOwn
      ? [
          `It is ${apart(limit.decades ?? 0)} an ideal converter of these bits, at ${print(limit)} (${tierName(limit.tier)})${(limit.decades ?? 0) < 0 ? beaten[limit.tier](limit.constraint) : ''}.`
        ]
      : [
          of('balancedBits') === undefined
            ? 'At these rows a converter of no bits dominates.'
            : `At these rows it stops dominating below ${value('balancedBits')}.`,
          'A real converter takes more, and dominates up to more rows: with its energy (conversionEnergy) the answer is of that.'
        ]),
    'A sum of more rows needs more bits to be read without loss (losslessOutputBits).'
  ]
}

const writes = ({ answer: { verdict }, of, value }: Told): readonly string[] => {
  const [blind, verified] = [value('blindWrite'), value('verifiedWrite')]
  const words: Readonly<Record<string, string>> = {
    blind: `Blind writes take less: ${blind}, against ${verified} of verified ones.`,
    verified: `Verified writes take less: ${verified}, against ${blind} of blind ones.`,
    even: `Both take the same, ${blind}.`
  }
  return [
    words[verdict]!,
    ...(of('evenBits') === undefined
      ? []
      : [`Above ${value('evenBits')} verified ones take less, and below blind ones do.`]),
    ...(of('blindBits') === undefined ? [] : [`One blind write is good for ${value('blindBits')}.`])
  ]
}

const spikes = ({ answer: { verdict }, value }: Told): readonly string[] => [
  verdict === 'below'
    ? `Below ${value('breakEvenSpikes')} spikes per synapse and inference the spiking network takes less, and above that of macs does.`
    : 'The network of macs takes less, without a single spike: to keep the neurons of the other up to date takes more.',
  `Without a spike a synapse saves ${value('spikelessSaving')}; a spike takes ${value('synapticSpike')} at a synapse, its traffic included.`
]

const retention = ({ answer: { verdict }, of, value }: Told): readonly string[] => {
  const barrier = of('retentionBarrier')?.value
  return verdict === 'no barrier' || barrier === undefined
    ? ['No barrier is needed: so seldom do the cells flip by themselves.']
    : [
        `It takes a barrier of ${value('thermalStability')} kT: ${value('retentionBarrier')}, or ${formatWith<unknown>({ unit: electronvolts })(barrier)}.`
      ]
}

const time = ({ answer: { verdict, figures }, print }: Told): readonly string[] => {
  const most = figures.find(({ name }) => name === verdict)
  const more = figures.filter((each) => !isBound(each.tier) && sign(each) < 0)
  const fallen = figures.filter((each) => isBound(each.tier) && sign(each) > 0).map(({ name }) => name)
  return [
    most === undefined
      ? 'Twice the time saves nothing.'
      : `Twice the time saves most with ${verdict}: ${print(most)}, ${share(most)} of it.`,
    ...(more.length === 0 ? [] : [`It costs more with ${more.map(({ name }) => name).join(', ')}.`]),
    ...(fallen.length === 0
      ? []
      : [`What only bounds it from below falls: ${enumerated(fallen)}; a bound saves nobody anything.`])
  ]
}

/** What it means to be below something of a tier. */
const beaten: Readonly<Record<Tier, (constraint: string) => string>> = {
  theorem: (constraint) => `: impossible where ${constraint}; what does not meet that may take less`,
  circuit: () => ': no circuit of that class does it, and another may',
  model: () => ': it takes a cleverer machine than that',
  empirical: () => ''
}

/** Where a claim is impossible: what excludes it that assumes least, and takes least, with the values that it takes. */
const impossible = ({ answer: { figures, given, assumed } }: Told): string => {
  const [first] = figures
    .filter(excludes)
    .map((each) => ({ each, from: each.from ?? [], open: assumedIn(each, assumed) }))
    .sort((a, b) => a.open.length - b.open.length || a.from.length - b.from.length)
  const { each, from, open } = first!
  const valued = (names: readonly string[], is: string): string =>
    enumerated(
      names.map((name) => `${inWords(name)} ${is}${formatWith<unknown>({ digits: 'all' })(given[name]!)}`)
    )
  const said = from.filter((name) => !open.includes(name))
  return [
    'Impossible',
    ...(open.length === 0
      ? []
      : [` if ${valued(open, 'is ')}, which ${open.length === 1 ? 'is' : 'are'} assumed, and`]),
    ` where ${each.constraint}`,
    ...(said.length === 0 ? [] : [` (${valued(said, '')})`]),
    '.'
  ].join('')
}

const referee = (told: Told): readonly string[] => {
  const { verdict, figures, given } = told.answer
  return [
    verdict === 'not excluded'
      ? 'Not excluded: it is below no theorem that is known here, which does not prove it possible.'
      : impossible(told),
    ...figures.map((each) => {
      const { name, decades = 0, tier, constraint, evidence, value } = each
      const what = value.dimension.key === given['energy']!.dimension.key ? 'It' : 'Its time'
      return evidence === undefined
        ? `${what} is ${apart(decades)} ${name}, ${told.print(each)} (${tierName(tier)})${decades < 0 ? beaten[tier](constraint) : ''}.`
        : `On record is ${told.print(each)} (${evidence}): ${name}. The claim is ${apart(decades)} it.`
    })
  ]
}

/** Figures that are printed alike, but for their signs, together. */
const ties = ({ answer: { figures }, print }: Told): readonly (readonly AnswerFigure[])[] => {
  const size = (each: AnswerFigure): string => print(each).replace(/^[-−]/, '')
  return [...new Set(figures.map(size))].map((of) => figures.filter((each) => size(each) === of))
}

const input = (told: Told): readonly string[] => {
  const named = (tie: readonly AnswerFigure[]): string => {
    const names = tie.map((each) => `${each.name} (${signed(numberOf(each))} %)`)
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}, alike`
  }
  const [most, ...others] = ties(told).map(named)
  return most === undefined
    ? ['Nothing moves it.']
    : [`What moves it most, by one percent more of it: ${[most, ...others.slice(0, 2)].join('; then ')}.`]
}

const sayings: { readonly [Q in QuestionName]: (told: Told) => readonly string[] } = {
  ...{ least, distance, reads, conversion, writes },
  ...{ spikes, retention, time, referee, input }
}

/** What an answer says. */
export const sentences = (answer: Answer, digits?: number): readonly string[] => {
  const of = (name: string): AnswerFigure | undefined => answer.figures.find((each) => each.name === name)
  const print = ({ value }: AnswerFigure): string => figure(value, digits)
  const value = (name: string): string => {
    const found = of(name)
    return found === undefined ? '' : print(found)
  }
  return [
    ...sayings[answer.question]({ answer, of, value, print }),
    ...notesOn(answer.given).map((note) => `Note: ${note}.`)
  ]
}
