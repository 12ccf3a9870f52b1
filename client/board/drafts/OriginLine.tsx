// In a card's details: who sees a draft and what the reveal will say, or where a revealed note comes from.
import { useValue } from 'tldraw'
import { originWords, privateWords } from '../../ui/privateWords.ts'
import { metaOf, shapeIdOf } from '../shapes/journeyShapes.ts'
import { useCanvas } from '../useCanvas.ts'

export function OriginLine({ id }: { id: string }) {
  const { editor, session } = useCanvas()
  const { drafts } = session.connection
  const sentence = useValue(
    'origin of the card',
    () => {
      const shape = editor.getShape(shapeIdOf(id))
      if (!shape) return ''
      const meta = metaOf(shape)
      const { private: isPrivate, by, late, fromFile } = meta
      const phase = drafts.phase.get()
      if (isPrivate) return phase ? privateWords.draft(phase.reveal) : privateWords.onlyYou
      if (by !== undefined && fromFile) return privateWords.originOfFile(by)
      return by === undefined && !late ? '' : privateWords.origin(originWords(meta))
    },
    [editor, drafts, id],
  )
  return sentence === '' ? null : <p className="card-details__note">{sentence}</p>
}
