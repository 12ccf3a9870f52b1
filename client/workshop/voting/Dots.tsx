// A row of slots, the first ones filled. Silent: the words beside it say the same.
interface DotsProps {
  filled: number
  of: number
  /** Pixels across. */
  size: number
}

/** More slots than this are not counted by eye, nor have they room in a row or on a card: a number stands there then. */
export const MAX_SLOTS = 6
/** Where words beside them say the number. */
const MAX_SHOWN = 10

export function Dots({ filled, of, size }: DotsProps) {
  if (of > MAX_SHOWN) return null
  return (
    <span className="dots" aria-hidden="true" style={{ '--dot': `${size}px` } as object}>
      {Array.from({ length: of }, (_, at) => (
        <i key={at} className={at < filled ? 'dots__dot dots__dot--filled' : 'dots__dot'} />
      ))}
    </span>
  )
}
