// The screen has changed since somebody came in, for example because the phone was turned: the face that suits it is
// offered, never taken.
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { phoneWords } from '../ui/phoneWords.ts'
import { Strip } from '../ui/Strip.tsx'
import { chooseView } from './chosenView.ts'
import { useIsNarrow, useView } from './viewChoice.ts'

export function ViewOffer({ workshopId }: { workshopId: string }) {
  const view = useView(workshopId)
  const isNarrow = useIsNarrow()
  const [wasNarrow] = useState(isNarrow)
  const better = isNarrow ? 'list' : 'board'
  if (isNarrow === wasNarrow || better === view) return null
  return (
    <Strip
      tone="info"
      action={
        <Button size="small" onClick={() => chooseView(workshopId, better)}>
          {phoneWords.open[better]}
        </Button>
      }
    >
      {phoneWords.offer[better]}
    </Strip>
  )
}
