// A text box in which several people write at once, for every text on the board: cards in place, headers, forms.
// Enter is done, Shift Enter a new line where the field takes one, Escape takes back what was written since it opened.
import './text.css'
import { type CSSProperties, type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useValue } from 'tldraw'
import { fieldsOf } from '../../../../shared/journey/edit/editFields.ts'
import { type Field, MAX_TEXT_LENGTH } from '../../../../shared/journey/fields.ts'
import { useCanvas } from '../../useCanvas.ts'
import { keepWordsAside } from './keepWordsAside.ts'
import { keepWrittenText } from './keepWrittenText.ts'
import { useWritingGrace } from './useWritingGrace.ts'
import { endStep, markStart, revertSteps, type StartMark } from './writingSteps.ts'
import { TextBinding, type TextPlace } from './TextBinding.ts'

/** How the writer left: done by Enter, by Escape, on to the next or the one before by Tab, by a click elsewhere, or it was deleted. */
export type TextExit = 'enter' | 'escape' | 'tab' | 'tabBack' | 'blur' | 'gone'

export interface SharedTextAreaProps extends TextPlace {
  /** Names the box for screen readers. */
  label: string
  placeholder?: string
  className?: string
  style?: CSSProperties
  /** Takes the focus when it appears, with everything selected or the caret at the end. */
  focus?: 'all' | 'end'
  /** In forms: Enter starts a new line in fields of several lines, Tab goes where it always goes. */
  isForm?: boolean
  onExit?: (how: TextExit) => void
  /** The content changed, by whoever; also called once at the start. */
  onText?: (text: string, maxLength: number) => void
}

export function SharedTextArea(props: SharedTextAreaProps) {
  const { root, id, name, label, placeholder, className = '', style, focus, isForm = false, onExit, onText } = props
  const { session } = useCanvas()
  const box = useRef<HTMLTextAreaElement>(null)
  const binding = useRef<TextBinding | null>(null)
  const left = useRef(false)
  const start = useRef<StartMark | null>(null)
  const isWriting = useRef(false)
  const target = useValue('where it is written', () => session.cards.targetOf(root, id), [session, root, id])
  const [isMultiline, maxLength] = limitsOf(fieldsOf(target, root, id)?.[name])
  // Callbacks may be new on every render; the binding must not be.
  const callbacks = useRef({ onExit, onText })
  useEffect(() => {
    callbacks.current = { onExit, onText }
  })
  const exit = (how: TextExit) => {
    if (left.current && !isForm) return
    left.current = true
    callbacks.current.onExit?.(how)
  }

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const made = TextBinding.create({
      box: element,
      target,
      place: { root, id, name },
      multiline: isMultiline,
      onChange: (text) => {
        fitHeight(element)
        callbacks.current.onText?.(text, maxLength)
      },
      onGone: (written) => {
        if (written !== null && written.trim() !== '') keepWrittenText(written)
        left.current = true
        callbacks.current.onExit?.('gone')
      },
    })
    binding.current = made
    left.current = false
    fitHeight(element)
    callbacks.current.onText?.(element.value, maxLength)
    if (focus !== undefined) {
      element.focus({ preventScroll: true })
      element.setSelectionRange(focus === 'all' ? 0 : element.value.length, element.value.length)
    }
    const keep = () => {
      const words = made?.ownWords ?? null
      if (words !== null) keepWordsAside(session, { root, id, name }, words)
    }
    return () => {
      keep()
      made?.destroy()
      binding.current = null
    }
  }, [session, target, root, id, name, isMultiline, maxLength, focus])

  useWritingGrace({ root, id }, { box, binding, isWriting, onGiveUp: () => (isForm ? undefined : exit('blur')) })
  const begin = () => {
    isWriting.current = true
    session.undo.stop()
    start.current = markStart(session.undo)
    session.connection.setPresence({ editing: { id, field: name } })
  }
  const end = (event: FocusEvent<HTMLTextAreaElement>) => {
    isWriting.current = false
    endStep(session.undo, start.current)
    session.connection.setPresence({ editing: null })
    if (!isInSameHeader(event.currentTarget, event.relatedTarget)) exit('blur')
  }

  // Taken off the page in the middle of writing (a click on the canvas ends it): browsers send no blur then.
  useEffect(
    () => () => {
      if (!isWriting.current) return
      isWriting.current = false
      endStep(session.undo, start.current)
      session.connection.setPresence({ editing: null })
    },
    [session],
  )

  const press = (event: KeyboardEvent, element: HTMLTextAreaElement) => {
    // F6 and its like go round the page from everywhere.
    if (event.isComposing || /^F\d/.test(event.key)) return
    const history = undoKey(event)
    if (history !== null) {
      event.preventDefault()
      session.undo[history]()
      // Going back beyond where the writing began moves its beginning.
      start.current = markStart(session.undo)
    } else if (event.key === 'Enter' && !(isMultiline && (event.shiftKey || isForm))) {
      event.preventDefault()
      if (isForm) element.blur()
      else exit('enter')
    } else if (event.key === 'Escape') {
      // In a form with nothing written, the key belongs to the form.
      if (isForm && binding.current?.hasWritten !== true) return
      event.preventDefault()
      if (binding.current?.revert() === true && start.current !== null) revertSteps(session.undo, start.current)
      if (!isForm) exit('escape')
    } else if (event.key === 'Tab' && !isForm) {
      event.preventDefault()
      const sibling = siblingBox(element, event.shiftKey ? -1 : 1)
      if (sibling) sibling.focus()
      else exit(event.shiftKey ? 'tabBack' : 'tab')
    }
    // tldraw, the board and panels have keys of their own; while writing they are letters.
    event.stopPropagation()
  }
  useNativeKeyDown(box, press)

  return (
    <textarea
      ref={box}
      className={`shared-text ${className}`.trim()}
      style={style}
      rows={1}
      data-writing-stop
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      spellCheck
      enterKeyHint={isMultiline && isForm ? 'enter' : 'done'}
      onInput={() => binding.current?.input()}
      onCompositionStart={() => binding.current?.compositionStart()}
      onCompositionEnd={() => binding.current?.compositionEnd()}
      onSelect={() => binding.current?.selectionChanged()}
      onKeyUp={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onFocus={begin}
      onBlur={end}
    />
  )
}

/** On the element itself: React hears keys only after tldraw and panels, which listen further in than its root. */
function useNativeKeyDown(
  box: RefObject<HTMLTextAreaElement | null>,
  press: (event: KeyboardEvent, element: HTMLTextAreaElement) => void,
): void {
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    const element = box.current
    const onKeyDown = (event: KeyboardEvent) => element && latest.current(event, element)
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [box])
}

function limitsOf(field: Field | undefined): [isMultiline: boolean, maxLength: number] {
  return field?.type === 'text' ? [field.multiline === true, field.maxLength] : [false, MAX_TEXT_LENGTH]
}

/** As high as its text; `field-sizing: content` is not in every browser we serve. */
function fitHeight(box: HTMLTextAreaElement): void {
  box.style.height = '0'
  box.style.height = `${box.scrollHeight}px`
}

/** The text boxes of one header belong together: going from one to the next is not leaving. */
function isInSameHeader(box: HTMLElement, next: EventTarget | null): boolean {
  return next instanceof Node && box.closest('[data-writing]')?.contains(next) === true
}

function siblingBox(box: HTMLElement, by: -1 | 1): HTMLElement | null {
  const boxes = [...(box.closest('[data-writing]')?.querySelectorAll<HTMLElement>('[data-writing-stop]') ?? [])]
  const at = boxes.indexOf(box)
  return at < 0 ? null : (boxes[at + by] ?? null)
}

function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!event.ctrlKey && !event.metaKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : null
}
