/**
 * The ten questions: an answer is data, with its verdict, figures and evidence.
 *
 * @packageDocumentation
 */
export type { Answer, AnswerFigure, Question, QuestionName, Unsaid } from '../question/answer'
export type { RefereeVerdict } from '../question/referee'
export * as ask from '../question/ask'
