/**
 * A plugin of TypeDoc: the page of each model shows its formula typeset and what it rests on, and the
 * models are listed by the sections of the physics.
 *
 * The models come from the built library, their docstrings from the sources.
 */
import { sections } from 'limen'
import { CommentTag, Converter, IntrinsicType, ReflectionFlag, ReflectionKind } from 'typedoc'
import { sectionOf } from './model-section.mjs'

const isModel = ({ kind, type }) =>
  kind === ReflectionKind.Variable && type?.type === 'reference' && type.name === 'Model'

const text = (of) => ({ kind: 'text', text: of })

const partsOf = (pieces, project) =>
  pieces.map((piece) => {
    if (typeof piece === 'string') return text(piece)
    const target = project.getChildByName([piece.to])
    if (target === undefined) throw new Error(`nothing that is exported is called ${piece.to}`)
    return { kind: 'inline-tag', tag: '@link', text: piece.to, target }
  })

/** The first paragraph of a docstring, and the rest. */
const cut = (summary) => {
  const at = summary.findIndex((part) => part.text.includes('\n\n'))
  if (at < 0) return [summary, []]
  const [first, ...rest] = summary[at].text.split('\n\n')
  return [
    [...summary.slice(0, at), text(first)],
    [text(rest.join('\n\n')), ...summary.slice(at + 1)]
  ]
}

/** Beside the table of inputs, their types in full would only push the formula down the page. */
const shorten = (reflection) => {
  reflection.type.typeArguments[0] = new IntrinsicType('{ … }')
  reflection.flags.setFlag(ReflectionFlag.Const, false)
  delete reflection.defaultValue
}

const describe = (reflection, section, model) => {
  const { comment, project } = reflection
  const [first, rest] = cut(comment.summary)
  const remarks = rest.length === 0 ? [] : [text('\n\n<h4>Remarks</h4>\n\n'), ...rest]
  comment.summary = [...first, text('\n\n'), ...partsOf(sectionOf(model), project), ...remarks]
  comment.blockTags.push(new CommentTag('@group', [text(`Models: ${section}`)]))
  shorten(reflection)
}

export const load = (app) => {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const left = new Map(project.children.filter(isModel).map((reflection) => [reflection.name, reflection]))
    for (const [section, models] of Object.entries(sections))
      for (const [name, model] of Object.entries(models)) {
        const reflection = left.get(name)
        if (reflection?.comment === undefined) app.logger.error(`the model ${name} has no docstring`)
        else describe(reflection, section, model)
        left.delete(name)
      }
    for (const name of left.keys()) app.logger.error(`the built library has no model ${name}: npm run build`)
  })

  // A page is called by its heading, not by its file.
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    const [, heading] = /^# (.+)$/m.exec(document.content.map((part) => part.text).join('')) ?? []
    if (heading !== undefined) document.name = heading
  })
}
