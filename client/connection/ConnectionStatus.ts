// How things stand between this browser and the server: one union with exactly what the screen needs. Pure.
import type { SavedState } from '../ui/SavedStatus.tsx'

export type ConnectionStatus =
  /** First try; nothing heard from the server yet. */
  | { readonly kind: 'connecting' }
  /** Live, and everything written here is on the server's disk. */
  | { readonly kind: 'saved' }
  /** Live, and something written more than SAVING_SHOWN_AFTER_MS ago is not on the server's disk yet. */
  | { readonly kind: 'saving' }
  /** Live, looks only. */
  | { readonly kind: 'readOnly' }
  /** `waiting`: changes that only this browser has. */
  | { readonly kind: 'offline'; readonly waiting: number }
  /** The server went down in an orderly way and said so; it is asked again by itself. */
  | { readonly kind: 'restarting'; readonly waiting: number }
  /** The server's disk takes nothing since then (server's clock, ms since 1970). Work goes on in its memory. */
  | { readonly kind: 'unsaved'; readonly sinceMs: number; readonly waiting: number }
  /** Nor does its memory: changes stay here and are offered again. `sinceMs` null: not said since when. */
  | { readonly kind: 'held'; readonly sinceMs: number | null; readonly waiting: number }
  /** A change was refused: the server's board is being fetched, then work goes on. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** The server has ended this for good; trying again is pointless. */
  | { readonly kind: 'ended'; readonly code: number; readonly sentence: string }

/** Shorter than this, saving is not worth a word on the screen. */
export const SAVING_SHOWN_AFTER_MS = 400

/** Where the socket is in its life. */
export type SocketPhase =
  | { readonly at: 'connecting' }
  | { readonly at: 'live' }
  | { readonly at: 'offline'; readonly isRestarting?: boolean }
  | { readonly at: 'refused'; readonly sentence: string }
  | { readonly at: 'ended'; readonly code: number; readonly sentence: string }

export interface StatusFacts {
  readonly phase: SocketPhase
  readonly waiting: number
  readonly isSlowToSave: boolean
  readonly diskFailedSinceMs: number | null
  readonly isViewer: boolean
  /** The server has refused changes as read-only, and nothing was saved since. */
  readonly isHeld?: boolean
}

export function connectionStatus(facts: StatusFacts): ConnectionStatus {
  const { phase, waiting } = facts
  // While changes are held the socket comes and goes to offer them again; that is not being offline.
  if (facts.isHeld && (phase.at === 'live' || phase.at === 'offline' || phase.at === 'connecting'))
    return { kind: 'held', sinceMs: facts.diskFailedSinceMs, waiting }
  switch (phase.at) {
    case 'connecting':
      // With changes from an earlier visit waiting, "connecting" would hide them.
      return waiting > 0 ? { kind: 'offline', waiting } : { kind: 'connecting' }
    case 'offline':
      return { kind: phase.isRestarting ? 'restarting' : 'offline', waiting }
    case 'refused':
      return { kind: 'refused', sentence: phase.sentence }
    case 'ended':
      return { kind: 'ended', code: phase.code, sentence: phase.sentence }
    case 'live':
      if (facts.diskFailedSinceMs !== null) return { kind: 'unsaved', sinceMs: facts.diskFailedSinceMs, waiting }
      if (facts.isViewer) return { kind: 'readOnly' }
      return facts.isSlowToSave ? { kind: 'saving' } : { kind: 'saved' }
  }
}

/** The short form for the bar. */
export function savedState(status: ConnectionStatus): SavedState {
  switch (status.kind) {
    case 'offline':
    case 'restarting':
      return { kind: 'offline', waiting: status.waiting }
    case 'unsaved':
    case 'held':
      return { kind: 'unsaved' }
    case 'refused':
      // The board is being fetched again; a moment later it is saved or says what was kept aside.
      return { kind: 'saving' }
    case 'ended':
      return { kind: 'refused' }
    default:
      return { kind: status.kind }
  }
}
