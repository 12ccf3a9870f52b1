// What people of one workshop are told in passing, until the next tick takes it along. Nothing here is stored.
import type { BoardEvent, Filling } from '../../shared/workshop/notices.ts'

export class Notices {
  private events: BoardEvent[] = []
  private fillingNow: readonly Filling[] = []
  private isFillingNew = false

  tell(event: BoardEvent): void {
    this.events.push(event)
  }

  /** Since the last call. */
  takeEvents(): BoardEvent[] {
    const taken = this.events
    this.events = []
    return taken
  }

  /** What is nearly full now. */
  get filling(): readonly Filling[] {
    return this.fillingNow
  }

  /** Whether that is anything new. */
  setFilling(filling: readonly Filling[]): boolean {
    if (JSON.stringify(filling) === JSON.stringify(this.fillingNow)) return false
    this.fillingNow = filling
    this.isFillingNew = true
    return true
  }

  /** Whether `filling` changed since the last call. */
  takeFillingNews(): boolean {
    const isNew = this.isFillingNew
    this.isFillingNew = false
    return isNew
  }
}
