// The end of writing in a box whose text may not be changed any more, see writingGrace.ts.
import { type RefObject, useEffect, useRef } from 'react'
import { rightsWords } from '../../../ui/rightsWords.ts'
import { showToast } from '../../../ui/toasts.ts'
import { useCanvas } from '../../useCanvas.ts'
import type { TextBinding, TextPlace } from './TextBinding.ts'
import { watchGrace, whyNotWrite } from './writingGrace.ts'

interface WrittenBox {
  readonly box: RefObject<HTMLTextAreaElement | null>
  readonly binding: RefObject<TextBinding | null>
  readonly isWriting: RefObject<boolean>
  /** Leaves the box: nothing has been written in it. A new card without words goes with it. */
  readonly onGiveUp: () => void
}

/** Whoever writes when the grace ends goes on without the document; what they add is kept aside when they leave. */
export function useWritingGrace({ root, id }: Pick<TextPlace, 'root' | 'id'>, written: WrittenBox): void {
  const { session } = useCanvas()
  const latest = useRef(written)
  useEffect(() => {
    latest.current = written
  })
  useEffect(
    () =>
      watchGrace(session, { root, id }, () => {
        const { box, binding, isWriting, onGiveUp } = latest.current
        if (!isWriting.current) return
        if (box.current?.value === '') {
          onGiveUp()
          return
        }
        binding.current?.detach()
        const why = whyNotWrite(session, { root, id })
        if (why !== null) showToast(rightsWords.writingEnds(why), { tone: 'warn' })
      }),
    [session, root, id],
  )
}
