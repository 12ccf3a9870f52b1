// A disk that takes its time: what is to be appended waits until the test lets it go.
import { MemoryStorage } from '../../server/storage/MemoryStorage.ts'
import type { Batch } from '../../server/storage/Storage.ts'

export class HeldStorage extends MemoryStorage {
  private waiting: (() => void)[] | null = null

  /** From now on. */
  hold(): void {
    this.waiting = []
  }

  get waitingCount(): number {
    return this.waiting?.length ?? 0
  }

  letGo(): void {
    const { waiting } = this
    this.waiting = null
    for (const goOn of waiting ?? []) goOn()
  }

  override async append(workshopId: string, batch: Batch): Promise<void> {
    const { waiting } = this
    if (waiting) await new Promise<void>((resolve) => waiting.push(resolve))
    await super.append(workshopId, batch)
  }
}
