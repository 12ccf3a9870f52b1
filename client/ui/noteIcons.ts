// What sort of note a note is, as its icon.
import type { NoteType } from '../../shared/journey/cards/cardKinds.ts'
import { GainIcon, type Icon, IdeaIcon, PainIcon, QuestionIcon, QuoteIcon } from './icons.tsx'

export const noteIcons: Readonly<Record<NoteType, Icon>> = {
  pain: PainIcon,
  gain: GainIcon,
  idea: IdeaIcon,
  question: QuestionIcon,
  quote: QuoteIcon,
}
