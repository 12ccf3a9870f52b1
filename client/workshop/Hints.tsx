// First steps for somebody who has never seen the board: one small card, one sentence at a time. A step goes away when
// the person has done it, the card when all are done or when it is closed; both are remembered in this browser.
import './Hints.css'
import { useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { words } from '../ui/words.ts'

export interface Hint {
  readonly id: string
  readonly sentence: string
  /** Shown as keys behind the sentence. */
  readonly keys?: readonly string[]
  /** The person has done it, with or without the hint. */
  readonly done: boolean
  /** It can be done now; if not, it waits for its phase. */
  readonly applies: boolean
}

interface HintsProps {
  /** Which set: kept apart in storage, for example 'board-participant'. */
  name: string
  hints: readonly Hint[]
}

const STORAGE_PREFIX = 'journeyboard.hints.'
/** Height at which the open card takes a third of the map or more: large magnification, a phone on its side. */
const LOW_SCREEN = '(height < 600px)'
const SHOW_AGAIN = 'journeyboard:hints'

/** Brings a set back, for example from the menu. */
export function showHintsAgain(name: string) {
  storeSeen(name, null)
  dispatchEvent(new CustomEvent(SHOW_AGAIN, { detail: name }))
}

export function Hints({ name, hints: all }: HintsProps) {
  const [closed, setClosed] = useState(() => readSeen(name))
  // Steps passed by with "Next". Steps done count by themselves, unless the person asked to see all of them again.
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set())
  const [again, setAgain] = useState(false)
  // On a low screen the card would lie over most of the map: it waits as one line until somebody wants it.
  const [folded, setFolded] = useState(() => matchMedia(LOW_SCREEN).matches)
  const open = all.filter((hint) => !passed.has(hint.id) && (again || !hint.done))
  const left = open.filter(({ applies }) => applies)
  const current = left[0]
  const hints = all.filter((hint) => hint.applies || !open.includes(hint))

  useEffect(() => {
    function showAgain(event: Event) {
      if (!(event instanceof CustomEvent) || event.detail !== name) return
      setPassed(new Set())
      setAgain(true)
      setFolded(false)
      setClosed(false)
    }
    addEventListener(SHOW_AGAIN, showAgain)
    return () => removeEventListener(SHOW_AGAIN, showAgain)
  }, [name])

  useEffect(() => {
    const low = matchMedia(LOW_SCREEN)
    const fold = () => setFolded(low.matches)
    low.addEventListener('change', fold)
    return () => low.removeEventListener('change', fold)
  }, [])

  useEffect(() => {
    if (all.length > 0 && open.length === 0) storeSeen(name, 'seen')
  }, [name, all.length, open.length])

  if (closed || current === undefined) return null
  const close = () => {
    storeSeen(name, 'seen')
    setClosed(true)
  }
  if (folded)
    return (
      <button type="button" className="hints hints--folded" aria-expanded={false} onClick={() => setFolded(false)}>
        {words.hints.label}{' '}
        <span className="tabular">{words.hints.step(hints.indexOf(current) + 1, hints.length)}</span>
      </button>
    )
  return (
    <section className="hints" aria-label={words.hints.label}>
      <header className="hints__head">
        <h2>{words.hints.label}</h2>
        <span className="tabular">{words.hints.step(hints.indexOf(current) + 1, hints.length)}</span>
        <IconButton label={words.hints.skip} icon={CloseIcon} onClick={close} tooltipSide="right" />
      </header>
      <p role="status">
        {current.sentence}
        {current.keys?.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </p>
      <div className="hints__foot">
        <span className="hints__dots" aria-hidden="true">
          {hints.map((hint) => (
            <i key={hint.id} className={dotOf(hint, current, left)} />
          ))}
        </span>
        <Button size="small" onClick={() => (open.length > 1 ? setPassed(new Set([...passed, current.id])) : close())}>
          {left.length > 1 ? words.hints.next : words.hints.done}
        </Button>
      </div>
    </section>
  )
}

function dotOf(hint: Hint, current: Hint, left: readonly Hint[]): string {
  if (hint.id === current.id) return 'hints__dot hints__dot--now'
  return left.includes(hint) ? 'hints__dot' : 'hints__dot hints__dot--done'
}

function readSeen(name: string): boolean {
  try {
    return localStorage.getItem(STORAGE_PREFIX + name) !== null
  } catch {
    return false
  }
}

function storeSeen(name: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(STORAGE_PREFIX + name)
    else localStorage.setItem(STORAGE_PREFIX + name, value)
  } catch {
    // Storage is off: the hints then come back with the next visit.
  }
}
