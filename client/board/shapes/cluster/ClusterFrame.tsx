// What a group looks like: a quiet frame, its name above its cards, a line to write in while it is named.
import './cluster.css'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useEditor } from 'tldraw'
import { type ClusterId, MAX_CLUSTER_NAME_LENGTH } from '../../../../shared/journey/clusters.ts'
import { sortingWords } from '../../../ui/sortingWords.ts'
import { nameGroup } from '../../sorting/sortEdits.ts'
import { useCanvas } from '../../useCanvas.ts'
import type { ClusterShape } from '../journeyShapes.ts'
import { leaveWriting } from '../text/leaveWriting.ts'
import { useIsWritten } from '../text/useIsWritten.ts'

export function ClusterFrame({ shape }: { shape: ClusterShape }) {
  const isWritten = useIsWritten(shape.id)
  const { w, h, name } = shape.props
  return (
    <div className="cluster" style={{ width: w, height: h }}>
      {isWritten ? (
        <NameBox shape={shape} />
      ) : (
        <span className={name === '' ? 'cluster__name cluster__name--empty' : 'cluster__name'} title={name}>
          {name || sortingWords.unnamed}
        </span>
      )}
    </div>
  )
}

/** Named when it is left, whichever way but Escape: a name is one value, not a text that several write in. */
function NameBox({ shape }: { shape: ClusterShape }) {
  const editor = useEditor()
  const { session } = useCanvas()
  const { clusterId, name } = shape.props
  const box = useRef<HTMLInputElement>(null)
  const isGivenUp = useRef(false)
  useEffect(() => {
    const element = box.current
    element?.focus({ preventScroll: true })
    element?.select()
    return () => {
      const written = element?.value.trim() ?? name
      if (!isGivenUp.current && written !== name) nameGroup(session, clusterId as ClusterId, written)
    }
    // As it was when the box opened: somebody else's name meanwhile gives way to the one that is being written.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [session, clusterId])
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    isGivenUp.current = event.key === 'Escape'
    leaveWriting(editor, event.key === 'Escape' ? 'escape' : 'enter')
  }
  return (
    <input
      ref={box}
      className="cluster__box"
      defaultValue={name}
      maxLength={MAX_CLUSTER_NAME_LENGTH}
      placeholder={sortingWords.namePrompt}
      aria-label={sortingWords.name}
      data-own-keys
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={() => leaveWriting(editor, 'blur')}
    />
  )
}
