// Dots per person, the cap on one card, time, and whether it is secret.
import { MAX_DOTS } from '../../../../shared/workshop/rounds.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { votingWords } from '../../../ui/votingWords.ts'
import type { RoundPartProps } from './OpenRoundDialog.tsx'
import { dotsOf } from './roundDraft.ts'

/** Enough for any vote in a room; the server takes 600. */
const MAX_MINUTES = 120
const MINUTES_STEP = 1
/** What the first press on + gives. */
const FIRST_MINUTES = 5

const { opening } = votingWords

export function DotsChoice({ draft, onDraft, problem, candidates }: RoundPartProps & { candidates: number }) {
  const usual = dotsOf({ ...draft, dots: null, cap: null }, candidates).dots
  const { dots, cap } = dotsOf(draft, candidates)
  const at = (place: string) => (problem?.place === place ? problem.sentence : null)
  return (
    <>
      <div className="opening__row">
        <NumberField
          label={opening.dots}
          value={draft.dots ?? usual}
          onValue={(value) => onDraft({ ...draft, dots: value })}
          min={1}
          max={MAX_DOTS}
          hint={opening.usualDots(usual)}
          error={at('dots')}
        />
        <NumberField
          label={opening.cap}
          value={cap}
          onValue={(value) => onDraft({ ...draft, cap: value })}
          min={1}
          max={dots}
          error={at('cap')}
        />
        <NumberField
          label={opening.minutes}
          value={draft.minutes}
          onValue={(minutes) => onDraft({ ...draft, minutes: minutes === 0 ? null : minutes })}
          min={0}
          max={MAX_MINUTES}
          step={draft.minutes === null ? FIRST_MINUTES : MINUTES_STEP}
          fallback={0}
          placeholder={opening.openEnd}
          hint={opening.minutesHint}
          error={at('minutes')}
        />
      </div>
      <div className="opening__part">
        <Segmented
          label={opening.secrecy}
          options={[
            { value: 'secret', label: opening.secret },
            { value: 'named', label: opening.named },
          ]}
          value={draft.secret ? 'secret' : 'named'}
          onValue={(value) => onDraft({ ...draft, secret: value === 'secret' })}
        />
        <p className="opening__note">{draft.secret ? opening.secretNote : opening.namedNote}</p>
      </div>
      <CheckField
        label={opening.ownCards}
        checked={draft.ownCards}
        onChecked={(ownCards) => onDraft({ ...draft, ownCards })}
      />
    </>
  )
}
