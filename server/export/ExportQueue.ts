// Whose file is made next. A file costs a core for a second or two, so a few are made at a time and the others wait: what
// waits holds nothing but the wish, the board is looked at when its turn comes. Workshops take turns, whoever waits for the
// same file gets the same one, and a wish whose people have gone away is dropped.
import { ExportPrograms } from './ExportPrograms.ts'
import { type ExportedFile, ExportError, type ExportOrder } from './ExportOrder.ts'

/** At once; each may take its memory limit. More would only wait for the same cores. */
const MAX_AT_ONCE = 2
/** Different files waiting. A room of a thousand that asks for a handful each way is served within a minute or so. */
export const MAX_WAITING = 200
/** Of these for one workshop, so that one cannot have them all. */
export const MAX_WAITING_PER_WORKSHOP = 50
/** For one person: all formats at once, and a few maps more. */
export const MAX_WAITING_PER_PERSON = 24

/**
 * Made and not read yet, bytes of one workshop: beyond, its next file waits until somebody has read on. People who load
 * slowly or not at all (see `http.timeout`) fill no memory with ever more files.
 */
export const MAX_UNREAD_BYTES = 128 * 1024 * 1024

export interface ExportWish {
  readonly workshopId: string
  /** Who asks; null for what the server needs itself. */
  readonly participantId: string | null
  /** Everything that makes this file another one than the next: the same subject is the same file. */
  readonly subject: string
  /** Aborted when the asker has gone away. */
  readonly signal?: AbortSignal
}

interface Asker {
  readonly participantId: string | null
  readonly resolve: (file: ExportedFile) => void
  readonly reject: (error: unknown) => void
}

interface Job {
  readonly workshopId: string
  readonly subject: string
  readonly makeOrder: () => Promise<ExportOrder>
  readonly askers: Set<Asker>
  readonly stopping: AbortController
  /** From then on the file shows the board as it was; who asks later gets another one. */
  isOrdered: boolean
}

export class ExportQueue {
  private readonly programs = new ExportPrograms()
  private readonly make: ExportPrograms['make']
  private readonly running = new Set<Job>()
  /** By workshop, each in the order asked; the workshop whose turn is next comes first. */
  private readonly waiting = new Map<string, Job[]>()
  private readonly unread = new Map<ExportedFile, { readonly workshopId: string; readers: number }>()
  private isStopped = false

  /** `make`: what makes a file, for tests that want to say when one is ready. */
  constructor(make?: ExportPrograms['make']) {
    this.make = make ?? this.programs.make
  }

  /**
   * `makeOrder` is called when the file's turn has come; what it rejects with, everybody who waits for the file is told.
   * Rejects with an ExportError: `busy` if too much waits already, `gone` after the signal, `failed` if it cannot be made.
   */
  run(wish: ExportWish, makeOrder: () => Promise<ExportOrder>): Promise<ExportedFile> {
    return new Promise((resolve, reject) => {
      if (this.isStopped || wish.signal?.aborted) return reject(gone())
      const job = this.jobFor(wish, makeOrder)
      if (!job) return reject(new ExportError('busy', 'Too many files are being made at the moment.'))
      const asker: Asker = { participantId: wish.participantId, resolve, reject }
      job.askers.add(asker)
      wish.signal?.addEventListener('abort', () => this.leave(job, asker), { once: true })
      this.start()
    })
  }

  /** To be called with a file that is being sent; what comes back, when it was read or its reader has gone. */
  hold(workshopId: string, file: ExportedFile): () => void {
    const held = this.unread.get(file) ?? { workshopId, readers: 0 }
    this.unread.set(file, held)
    held.readers++
    return () => {
      if (--held.readers > 0) return
      this.unread.delete(file)
      this.start()
    }
  }

  /** What is under way is given up, and nothing is made any more. */
  stop(): void {
    this.isStopped = true
    for (const job of this.jobs()) for (const asker of job.askers) this.leave(job, asker)
    this.programs.stop()
  }

  /** The one that waits for the same, or a new one in its place; null if there are too many. */
  private jobFor({ workshopId, participantId, subject }: ExportWish, makeOrder: Job['makeOrder']): Job | null {
    if (participantId !== null && this.countOf(participantId) >= MAX_WAITING_PER_PERSON) return null
    const ofWorkshop = this.waiting.get(workshopId) ?? []
    for (const job of this.jobs())
      if (job.workshopId === workshopId && job.subject === subject && !job.isOrdered) return job
    const waiting = [...this.waiting.values()].reduce((sum, jobs) => sum + jobs.length, 0)
    const isFull = waiting >= MAX_WAITING || ofWorkshop.length >= MAX_WAITING_PER_WORKSHOP
    // What the server needs for everybody is at most one of each workshop.
    if (participantId !== null && isFull) return null
    const stopping = new AbortController()
    const job: Job = { workshopId, subject, makeOrder, askers: new Set(), stopping, isOrdered: false }
    ofWorkshop.push(job)
    this.waiting.set(workshopId, ofWorkshop)
    return job
  }

  private *jobs(): Iterable<Job> {
    yield* this.running
    for (const jobs of this.waiting.values()) yield* jobs
  }

  private countOf(participantId: string): number {
    let count = 0
    for (const job of this.jobs()) for (const asker of job.askers) if (asker.participantId === participantId) count++
    return count
  }

  private start(): void {
    while (this.running.size < MAX_AT_ONCE) {
      const job = this.takeNext()
      if (!job) return
      this.running.add(job)
      void this.work(job)
    }
  }

  /** The next workshop's first; that workshop is the last to be served again. */
  private takeNext(): Job | null {
    for (const [workshopId, jobs] of this.waiting) {
      if (this.unreadBytesOf(workshopId) > MAX_UNREAD_BYTES) continue
      const job = jobs.shift()
      this.waiting.delete(workshopId)
      if (jobs.length > 0) this.waiting.set(workshopId, jobs)
      if (job) return job
    }
    return null
  }

  private unreadBytesOf(workshopId: string): number {
    let bytes = 0
    for (const [file, held] of this.unread) if (held.workshopId === workshopId) bytes += file.content.length
    return bytes
  }

  private async work(job: Job): Promise<void> {
    try {
      const order = await job.makeOrder()
      job.isOrdered = true
      const file = await this.make(order, job.stopping.signal)
      for (const asker of job.askers) asker.resolve(file)
    } catch (error) {
      for (const asker of job.askers) asker.reject(error)
    } finally {
      this.running.delete(job)
      this.start()
    }
  }

  private leave(job: Job, asker: Asker): void {
    if (!job.askers.delete(asker)) return
    asker.reject(gone())
    if (job.askers.size > 0) return
    job.stopping.abort()
    const left = (this.waiting.get(job.workshopId) ?? []).filter((other) => other !== job)
    if (left.length > 0) this.waiting.set(job.workshopId, left)
    else this.waiting.delete(job.workshopId)
  }
}

const gone = (): ExportError => new ExportError('gone', 'Nobody wants this file any more')
