// The first click of a double click has made a card; the second one falls where the card is not and would close its
// empty text box again, which takes the card back. So the second one is nobody's.

/** What operating systems take for the second of two clicks. */
const DOUBLE_CLICK_MS = 500
const DOUBLE_CLICK_PX = 12

const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const

interface Press {
  readonly clientX: number
  readonly clientY: number
  readonly timeStamp: number
}

/** `first`: the click that made the card. Ends by itself: with the double click, a press elsewhere or after it. */
export function swallowSecondClick(first: Press, target: EventTarget = window): void {
  const listening = new AbortController()
  const onPress = (event: Event & Partial<Press>): void => {
    if (!isSecondOf(first, event)) return listening.abort()
    event.stopImmediatePropagation()
    // The press would take the focus out of the text box.
    event.preventDefault()
    if (event.type === 'dblclick') listening.abort()
  }
  for (const kind of kinds) target.addEventListener(kind, onPress, { capture: true, signal: listening.signal })
}

function isSecondOf(first: Press, { clientX = NaN, clientY = NaN, timeStamp }: Event & Partial<Press>): boolean {
  const isNear = Math.hypot(clientX - first.clientX, clientY - first.clientY) <= DOUBLE_CLICK_PX
  return isNear && timeStamp - first.timeStamp <= DOUBLE_CLICK_MS
}
