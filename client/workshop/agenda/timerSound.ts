// The gentle sound of the timer: a few soft notes made here, no file. Browsers allow sound only after the person has
// done something on the page; before that the timer is silent. Whether it is muted is remembered in this browser.
import { useSyncExternalStore } from 'react'

const MUTED_KEY = 'journeyboard.timer.muted'
/** Quiet beside a talking room. 1 would be full. */
const LOUDNESS = 0.08
/** A note swells and fades; nothing starts or stops hard. s */
const SWELL_S = 0.04
const NOTE_S = 0.7
const NOTE_APART_S = 0.22

/** Hz: one soft note for a warning, three downwards for the end. */
const melodies = { warning: [659], end: [659, 523, 392] } as const

let muted: boolean | null = null
let audio: AudioContext | null = null
const listeners = new Set<() => void>()

export function isTimerMuted(): boolean {
  muted ??= readMuted()
  return muted
}

export function muteTimer(next: boolean): void {
  muted = next
  try {
    localStorage.setItem(MUTED_KEY, next ? 'yes' : 'no')
  } catch {
    // Storage is off: the choice then holds for this visit.
  }
  for (const listener of listeners) listener()
}

export function useTimerMuted(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, isTimerMuted)
}

/** Takes the next press or key as leave to make sound. Returns the way to stop waiting for it. */
export function awaitSoundLeave(): () => void {
  const stop = () => {
    removeEventListener('pointerdown', open)
    removeEventListener('keydown', open)
  }
  const open = () => {
    stop()
    if (typeof AudioContext === 'undefined') return
    audio ??= new AudioContext()
    // Safari starts it asleep, and puts it to sleep again after a call.
    if (audio.state !== 'running') audio.resume().catch(() => undefined)
  }
  addEventListener('pointerdown', open)
  addEventListener('keydown', open)
  return stop
}

export function playTimerSound(kind: keyof typeof melodies): void {
  if (isTimerMuted() || audio?.state !== 'running') return
  const context = audio
  for (const [at, hertz] of melodies[kind].entries()) playNote(context, hertz, context.currentTime + at * NOTE_APART_S)
}

function playNote(context: AudioContext, hertz: number, startS: number): void {
  const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz })
  const gain = new GainNode(context, { gain: 0 })
  gain.gain.setValueAtTime(0, startS)
  gain.gain.linearRampToValueAtTime(LOUDNESS, startS + SWELL_S)
  gain.gain.exponentialRampToValueAtTime(0.0001, startS + NOTE_S)
  tone.connect(gain).connect(context.destination)
  tone.start(startS)
  tone.stop(startS + NOTE_S)
}

function readMuted(): boolean {
  try {
    return localStorage.getItem(MUTED_KEY) === 'yes'
  } catch {
    return false
  }
}
