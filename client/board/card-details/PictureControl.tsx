// The picture of a persona: chosen from a file, kept by the workshop, shown from there.
import { useId, useState } from 'react'
import type { PictureField } from '../../../shared/journey/fields.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { pictureTypes } from '../clipboard/createAssetStore.ts'
import { PersonaPicture } from '../shapes/card/PersonaPicture.tsx'
import { uploadPicture } from '../shapes/card/pictures.ts'
import { useCanvas } from '../useCanvas.ts'
import { ClearButton } from './ClearButton.tsx'

interface PictureControlProps {
  field: PictureField
  value: string | null
  onValue: (value: string | null) => void
}

export function PictureControl({ field, value, onValue }: PictureControlProps) {
  const { editor } = useCanvas()
  const id = useId()
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle')
  const send = async (file: File) => {
    setState('sending')
    const hash = await uploadPicture(editor, file)
    setState(hash === null ? 'failed' : 'idle')
    if (hash !== null) onValue(hash)
  }
  return (
    <div className="details-field">
      <span className="details-field__label" aria-hidden="true">
        {field.label}
        {value !== null && <ClearButton label={field.label} onClear={() => onValue(null)} />}
      </span>
      <span className="details-picture">
        <PersonaPicture hash={value} />
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={pictureTypes.join(',')}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void send(file)
          }}
        />
        <label htmlFor={id} className="details-input details-input--button">
          {state === 'sending'
            ? canvasWords.details.uploading
            : canvasWords.details[value === null ? 'picture' : 'changePicture']}
        </label>
      </span>
      {state === 'failed' && (
        <span className="details-field__problem" role="alert">
          {canvasWords.details.pictureFailed}
        </span>
      )}
    </div>
  )
}
