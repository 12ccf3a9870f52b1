// What the timer shows and says: words and digits from the state of the timer and the server's clock. Pure; the words
// carry the warning, weight and colour only go with it.
import { remainingMs, type Timer, type TimerStage, timerStage } from '../../../shared/workshop/timer.ts'
import { agendaWords } from '../../ui/agendaWords.ts'

const words = agendaWords.timer
const SECOND_MS = 1000
const MINUTE_MS = 60_000
const HOUR_S = 3600

export interface TimerFace {
  readonly stage: TimerStage
  /** The large line, for example "4:12". */
  readonly clock: string
  /** The small line below. */
  readonly note: string
}

export function timerFace(timer: Timer, nowMs: number): TimerFace {
  const stage = timerStage(timer, nowMs)
  const leftMs = remainingMs(timer, nowMs)
  if (timer.state === 'off' || leftMs === null) return { stage, clock: words.none, note: words.noneNote }
  const isPaused = timer.state === 'paused'
  if (stage === 'over') {
    const note = isPaused ? words.paused : words.over(clockText(Math.floor(-leftMs / SECOND_MS)))
    return { stage, clock: words.up, note }
  }
  return {
    stage,
    // Rounded up: 6 minutes begin with 6:00, and nothing is left when the last second has passed.
    clock: clockText(Math.ceil(leftMs / SECOND_MS)),
    note: isPaused ? words.paused : noteOf(stage, timer.totalMs),
  }
}

function noteOf(stage: TimerStage, totalMs: number): string {
  if (stage === 'halfMinute') return words.lastHalf
  if (stage === 'twoMinutes') return words.lastTwo
  const total = Math.round((totalMs / MINUTE_MS) * 10) / 10
  return total > 0 ? words.leftOf(agendaWords.minutes(total)) : words.left
}

/** "0:07", "12:30", "1:05:00". */
export function clockText(seconds: number): string {
  const s = Math.max(0, seconds)
  const two = (n: number) => String(n).padStart(2, '0')
  const rest = two(s % 60)
  if (s < HOUR_S) return `${Math.floor(s / 60)}:${rest}`
  return `${Math.floor(s / HOUR_S)}:${two(Math.floor((s % HOUR_S) / 60))}:${rest}`
}

/** ms until the face shows something else; null: it stands still. Never 0, so that a loop cannot spin. */
export function msToNextFace(timer: Timer, nowMs: number): number | null {
  return timer.state === 'running' ? msToNextSecond(timer.endsAtMs - nowMs) : null
}

/** From a time left, which may be below 0, to its next whole second. More than 0. ms */
export function msToNextSecond(leftMs: number): number {
  const part = leftMs % SECOND_MS
  return part > 0 ? part : part + SECOND_MS
}

export interface TimerMoment {
  readonly timer: Timer
  readonly stage: TimerStage
  /** When the phase began; another phase is announced as such. */
  readonly phaseStartedAtMs: number | null
}

export interface TimerNews {
  readonly sentence: string
  readonly sound: 'warning' | 'end' | null
}

/** What is read out, and what is heard, when one moment has become the other; null: nothing. */
export function timerNews(before: TimerMoment, after: TimerMoment, nowMs: number): TimerNews | null {
  if (before.phaseStartedAtMs !== after.phaseStartedAtMs) return null
  const [was, is] = [before.timer, after.timer]
  if (was.state === 'off' || is.state === 'off') return null
  const silent = (sentence: string): TimerNews => ({ sentence, sound: null })
  if (was.state !== is.state) return silent(is.state === 'paused' ? words.news.paused : words.news.resumed)
  if (was.totalMs !== is.totalMs) return silent(words.news.changed(spokenLeft(is, nowMs)))
  if (before.stage === after.stage) return null
  switch (after.stage) {
    case 'twoMinutes':
    case 'halfMinute':
      return { sentence: words.news[after.stage], sound: 'warning' }
    case 'over':
      return { sentence: words.news.over, sound: 'end' }
    default:
      return null
  }
}

/** "4 minutes 12 seconds". */
function spokenLeft(timer: Timer, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((remainingMs(timer, nowMs) ?? 0) / SECOND_MS))
  const parts = [
    [Math.floor(seconds / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const
  const spoken = parts.flatMap(([n, unit]) => (n === 0 ? [] : [`${n} ${unit}${n === 1 ? '' : 's'}`]))
  return spoken.join(' ') || '0 seconds'
}
