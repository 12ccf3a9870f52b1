// When each marked edit was sent, and when the listeners saw it: found in the bytes as they come, without decoding.

/** "~m" and seven digits. */
const MARK_BYTES = 9
const MARK = Buffer.from('~m')

export class Marks {
  private readonly sentMs: number[] = []
  delaysMs: number[] = []

  next(): string {
    this.sentMs.push(performance.now())
    return `~m${String(this.sentMs.length - 1).padStart(7, '0')}`
  }

  get sentCount(): number {
    return this.sentMs.length
  }

  /** A reader for one listener: a mark may lie across two reads. */
  reader(): (bytes: Buffer) => void {
    let rest = Buffer.alloc(0)
    return (bytes) => {
      const nowMs = performance.now()
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      let seenTo = 0
      for (let at = all.indexOf(MARK); at >= 0 && at + MARK_BYTES <= all.length; at = all.indexOf(MARK, seenTo)) {
        seenTo = at + MARK_BYTES
        const sentMs = this.sentMs[Number(all.toString('latin1', at + MARK.length, seenTo))]
        if (sentMs !== undefined) this.delaysMs.push(nowMs - sentMs)
      }
      rest = Buffer.from(all.subarray(Math.max(seenTo, all.length - MARK_BYTES + 1)))
    }
  }
}
