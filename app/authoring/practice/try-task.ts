import { nameFaults } from '~/assessment/practice/names'
import { doMove, startOf, type MoveFault, type PracticeState } from '~/assessment/practice/engine'
import { play } from '~/assessment/practice/play'
import type { Move, Scenario } from '~/assessment/practice/scenario'
import { scoreSteps } from '~/assessment/practice/scoring'
import type { DraftFault } from '../drafts/draft-kind'
import { readMoves, writeMoves, writeScores, type WrittenMove } from './expression'
import type { TaskDraft } from './task-draft'
import { faultsOfTask, wholeTask } from './to-scenario'

/** Moves in one try at a draft. */
const longestTry = 200

/** A draft as it can be tried now, or what keeps it from that; a missing translation does. */
export function triableTask(draft: TaskDraft): { scenario: Scenario } | { faults: DraftFault[] } {
  const whole = wholeTask(draft)
  if ('faults' in whole) return whole
  return nameFaults(whole.scenario).length > 0 ? { faults: faultsOfTask(draft) } : whole
}

/** Where a try stands after the moves that its page carries; from the start where they cannot be made any more. */
export function standingOf(
  scenario: Scenario,
  written: string,
): { state: PracticeState; moves: WrittenMove[] } {
  const moves = (readMoves(written) ?? []).slice(0, longestTry)
  const played = play(scenario, moves)
  return 'state' in played ? { state: played.state, moves } : { state: startOf(scenario), moves: [] }
}

/** The moves with one more, or why it cannot be made. */
export function withMove(
  scenario: Scenario,
  { state, moves }: { state: PracticeState; moves: WrittenMove[] },
  move: Move,
): { moves: WrittenMove[] } | { faults: MoveFault[] } {
  if (moves.length >= longestTry) return { faults: [{ kind: 'notOffered' }] }
  const after = doMove(scenario, state, move)
  if (!after.ok) return { faults: after.faults }
  return {
    moves: [
      ...moves,
      { screen: state.screen, action: move.action, fields: after.state.filled[state.screen] ?? {} },
    ],
  }
}

/** The draft with a try as its model solution, or as one more listed mistake with the points that it got. */
export function withTry(
  draft: TaskDraft,
  scenario: Scenario,
  written: string,
  as: 'model' | { vi: string; en: string },
): TaskDraft {
  const { state, moves } = standingOf(scenario, written)
  if (as === 'model') return { ...draft, model: writeMoves(moves) }
  const taken = new Set(draft.mistakes.map(({ id }) => id))
  const id = Array.from({ length: 99 }, (_, i) => `k${i + 1}`).find((each) => !taken.has(each)) ?? 'k0'
  const lost = scoreSteps(scenario, state.values).filter(({ points, of }) => points < of)
  const scores = writeScores(Object.fromEntries(lost.map((step) => [step.id, step.points])))
  return {
    ...draft,
    mistakes: [...draft.mistakes, { id, name: as, begin: '', finish: '', moves: writeMoves(moves), scores }],
  }
}
