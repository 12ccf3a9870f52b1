// What a form for new cards holds: where, what, the words; kept letter by letter. Where nothing was chosen, what is in
// view stands, then what the phase is about.
import { useState } from 'react'
import type { Stage } from '../../../shared/journey/Board.ts'
import { journeysOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import type { PhaseRights } from '../../../shared/workshop/agenda.ts'
import { addChoices, type CardChoice, isSameChoice, type LaneChoices, usualLane } from '../cards/addChoices.ts'
import { usePhone } from '../PhoneContext.ts'
import { nothingTyped, recallTyped, rememberTyped, type Typed, typedKey } from '../typedText.ts'

export interface NewCard {
  readonly stages: readonly Stage[]
  readonly lanes: readonly LaneChoices[]
  readonly stage: Stage | undefined
  readonly lane: LaneChoices | undefined
  readonly choice: CardChoice | undefined
  readonly text: string
  readonly change: (part: Partial<Typed>) => void
}

export interface InView {
  readonly stageId: string | null
  readonly laneId: string | null
}

/** `form`: what is typed in one is not shown in another. */
export function useNewCard(form: string, rights: PhaseRights, inView: InView): NewCard {
  const { session, board } = usePhone()
  const key = typedKey(session.workshop.workshopId, session.workshop.participantId, form)
  const [typed, setTyped] = useState<Typed>(() => {
    const kept = recallTyped(key)
    return kept.text === '' ? { ...nothingTyped, ...inView } : kept
  })
  const stages = journeysOf(board).flatMap(({ id }) => stagesOf(board, id))
  const stage = stages.find(({ id }) => id === typed.stageId) ?? stages[0]
  const lanes = stage ? addChoices(board, stage.journeyId, rights) : []
  const lane = lanes.find((one) => one.lane.id === typed.laneId) ?? usualLane(lanes)
  const wanted = { kind: typed.kind, noteType: typed.noteType }
  const choice = lane?.choices.find((one) => isSameChoice(one, wanted as CardChoice)) ?? lane?.choices[0]
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    rememberTyped(key, next)
  }
  return { stages, lanes, stage, lane, choice, text: typed.text, change }
}
