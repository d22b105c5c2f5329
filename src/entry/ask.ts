/**
 * The ten questions: an answer is data, with its verdict, figures and evidence.
 *
 * @packageDocumentation
 */
export type { Answer, AnswerFigure, Question, QuestionName, Unsaid } from '../question/answer'
export * as ask from '../question/ask'
