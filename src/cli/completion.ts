/** `limen completion`: a script that completes what is typed, made from the commands themselves. */
import { Argument, type Command } from 'commander'
import { models } from '../physics/models'
import { forms } from '../report/data/schemas'
import { exit, type Io } from './io'
import { added } from './summaries'

/** What may stand after a command, by the words that lead to it: "limen draw ledger". */
interface Place {
  readonly path: string
  readonly description: string
  /** What begins it: commands, or names that it takes. */
  readonly words: readonly (readonly [word: string, description: string])[]
  readonly options: readonly Flag[]
}

interface Flag {
  readonly names: readonly string[]
  readonly description: string
  /** Whether a value follows; some take one of a few. */
  readonly takesValue: boolean
  readonly choices: readonly string[]
}

/** Names that commands take, which no list of theirs tells. */
const named: Readonly<Record<string, readonly string[]>> = {
  'limen certify': Object.keys(models),
  'limen show': Object.keys(models),
  'limen schema': Object.keys(forms)
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** A command and all that are in it. */
const placesIn = (command: Command, before = ''): readonly Place[] => {
  const path = `${before}${command.name()}`
  const help = command.createHelp()
  const inside = help.visibleCommands(command)
  const names = [
    ...(named[path] ?? []),
    ...command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices)
  ]
  return [
    {
      path,
      description: oneLine(command.description()),
      words: [
        ...inside.map((each) => [each.name(), oneLine(each.description())] as const),
        ...names.map((name) => [name, ''] as const)
      ],
      options: help.visibleOptions(command).map((option) => ({
        names: [option.short, option.long].filter((name) => name !== undefined),
        description: oneLine(option.description),
        takesValue: option.required || option.optional,
        choices: option.argChoices ?? []
      }))
    },
    ...command.commands.flatMap((each) => placesIn(each, `${path} `))
  ]
}

/** The same quotes in every shell: nothing inside has a meaning. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** The lines of a `case` by place, and by place and option before. */
const casesOf = (
  places: readonly Place[],
  say: (words: readonly string[]) => string,
  files: string
): { readonly entered: string; readonly values: string; readonly begun: string; readonly flags: string } => ({
  entered: places
    .slice(1)
    .map(({ path }) => `      ${quoted(path)}) at=${quoted(path)} ;;`)
    .join('\n'),
  values: places
    .flatMap(({ path, options }) =>
      options
        .filter(({ takesValue }) => takesValue)
        .flatMap(({ names, choices }) => {
          const patterns = names.map((name) => quoted(`${path} ${name}`)).join('|')
          return [`    ${patterns}) ${choices.length === 0 ? files : say(choices)}; return ;;`]
        })
    )
    .join('\n'),
  begun: places
    .filter(({ words }) => words.length > 0)
    .map(({ path, words }) => `    ${quoted(path)}) ${say(words.map(([word]) => word))} ;;`)
    .join('\n'),
  flags: places
    .map(({ path, options }) => `    ${quoted(path)}) ${say(options.flatMap(({ names }) => names))} ;;`)
    .join('\n')
})

const bash = (places: readonly Place[]): string => {
  const say = (words: readonly string[]): string =>
    `COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$now"))`
  // With no reply of its own, bash completes names of files.
  const { entered, values, begun, flags } = casesOf(places, say, 'COMPREPLY=()')
  return `# To use it: source <(limen completion bash), in ~/.bashrc
_limen() {
  local now="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" at=limen word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at $word" in
${entered}
    esac
  done
  case "$at $before" in
${values}
  esac
  case "$now" in
  -*) case "$at" in
${flags}
    esac ;;
  *) case "$at" in
${begun}
    esac ;;
  esac
}
complete -o default -F _limen limen
`
}

const zsh = (places: readonly Place[]): string => {
  const say = (words: readonly string[]): string => `compadd -- ${words.map(quoted).join(' ')}`
  const { entered, values, begun, flags } = casesOf(places, say, '_files')
  return `#compdef limen
# To use it: limen completion zsh > _limen, in a folder of $fpath
_limen() {
  local now="\${words[CURRENT]}" before="\${words[CURRENT-1]}" at=limen word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at $word" in
${entered}
    esac
  done
  case "$at $before" in
${values}
  esac
  case "$now" in
  -*) case "$at" in
${flags}
    esac ;;
  *) case "$at" in
${begun}
    *) _files ;;
    esac ;;
  esac
}
# As a file of $fpath it is the function; sourced, it defines one.
if [[ "\${funcstack[1]}" == _limen ]]; then _limen "$@"; else compdef _limen limen; fi
`
}

/** In single quotes fish knows these two signs. */
const fishQuoted = (text: string): string => `'${text.replace(/[\\']/g, (sign) => `\\${sign}`)}'`

const fish = (places: readonly Place[]): string => {
  const lines = places.flatMap(({ path, words, options }) => {
    const [, ...names] = path.split(' ')
    const inside = names.map((name) => `__fish_seen_subcommand_from ${name}`)
    const subcommands = places
      .filter((place) => place.path.startsWith(`${path} `))
      .map((place) => place.path.slice(path.length + 1))
      .filter((name) => !name.includes(' '))
    const beyond =
      subcommands.length === 0 ? [] : [`not __fish_seen_subcommand_from ${subcommands.join(' ')}`]
    const condition = [...inside, ...beyond].join('; and ')
    const where = condition === '' ? '' : ` -n ${fishQuoted(condition)}`
    return [
      ...words.map(
        ([word, description]) =>
          `complete -c limen${where} -a ${fishQuoted(word)}${description === '' ? '' : ` -d ${fishQuoted(description)}`}`
      ),
      ...options.map(({ names, description, takesValue, choices }) => {
        const flags = names.map((name) =>
          name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`
        )
        const value = takesValue
          ? choices.length === 0
            ? ' -r'
            : ` -x -a ${fishQuoted(choices.join(' '))}`
          : ''
        return `complete -c limen${where} ${flags.join(' ')}${value} -d ${fishQuoted(description)}`
      })
    ]
  })
  return ['# To use it: limen completion fish > ~/.config/fish/completions/limen.fish', ...lines, ''].join(
    '\n'
  )
}

const shells: Readonly<Record<string, (places: readonly Place[]) => string>> = { bash, zsh, fish }

/** Adds the command; it completes all that the program has when it is asked. */
export const addCompletion = (program: Command, io: Io, done: (code: number) => void): void => {
  added(program, 'completion')
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(shells)))
    .action((shell: string) => {
      io.out(shells[shell]!(placesIn(program)))
      done(exit.ok)
    })
}
