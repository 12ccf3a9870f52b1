// One program that makes files, one after the other, as the server sees it: orders go out, a file comes back in pieces.
import type { ChildProcess } from 'node:child_process'
import { loadFontMetricsData } from '../fonts/loadFontMetrics.ts'
import { type ProgramLimits, startProgram } from '../ops/startProgram.ts'
import { isDrawn } from './renderers.ts'
import {
  type ExportedFile,
  ExportError,
  type ExportOrder,
  type ProgramMessage,
  type ProgramOrder,
} from './ExportOrder.ts'

/** The largest board takes a few seconds; after this long something is wrong. */
const MAX_MS = 60_000

const limits: ProgramLimits = {
  /** Without a limit one huge board could take the machine's memory from the rooms. */
  maxHeapMb: 1_024,
  /** Less makes slides of a large board take a tenth longer, more takes them over 300 MB. */
  youngHeapMb: 48,
}

/** Never changes while the server runs; made when the first drawing is asked for, again if that failed. */
let keptMetrics: ReturnType<typeof loadFontMetricsData> | null = null

function fontMetrics(): ReturnType<typeof loadFontMetricsData> {
  keptMetrics ??= loadFontMetricsData().catch((error: unknown) => {
    keptMetrics = null
    throw error
  })
  return keptMetrics
}

const noPictures = () => Promise.resolve([])

export class ExportProgram {
  private readonly child: ChildProcess = startProgram(new URL('./exportMain.ts', import.meta.url), limits)
  private readonly onEnd: () => void

  /** `onEnd` is called when the program has ended, whatever ended it. */
  constructor(onEnd: () => void = () => {}) {
    this.onEnd = onEnd
    this.child.once('exit', () => this.onEnd())
    // Without this one that cannot be started, or is gone when it is sent something, would end the server.
    this.child.on('error', () => this.end())
  }

  /**
   * One at a time. Rejects with an ExportError: `failed` if the file could not be made, `empty` if nothing of the
   * selection is there, `gone` after the signal. After `failed` and `gone` the program is ended.
   */
  async make({ loadPictures = noPictures, ...facts }: ExportOrder, signal?: AbortSignal): Promise<ExportedFile> {
    const { job } = facts
    const metrics = job.kind === 'recap' || isDrawn(job.format) ? await fontMetrics() : null
    return this.answerTo({ ...facts, metrics }, loadPictures, signal)
  }

  /** While it rests it does not keep the server from ending. */
  rest(): void {
    this.child.unref()
    this.child.channel?.unref()
  }

  wake(): void {
    this.child.ref()
    this.child.channel?.ref()
  }

  end(): void {
    this.child.kill('SIGKILL')
  }

  private answerTo(
    order: ProgramOrder,
    loadPictures: NonNullable<ExportOrder['loadPictures']>,
    signal?: AbortSignal,
  ): Promise<ExportedFile> {
    const { child } = this
    const listening = new AbortController()
    return new Promise<ExportedFile>((resolve, reject) => {
      const fail = (message: string, cause?: unknown): void => {
        reject(new ExportError('failed', message, { cause }))
        this.end()
      }
      const leave = (): void => {
        reject(new ExportError('gone', 'Nobody wants this file any more'))
        this.end()
      }
      if (signal?.aborted) return leave()
      const timer = setTimeout(() => fail(`The file was not ready after ${MAX_MS} ms`), MAX_MS)
      const exited = (code: number | null, endedBy: string | null): void =>
        fail(`The program that makes files ended with ${endedBy ?? code} and no file`)
      let file: ExportedFile | null = null
      const heard = (message: ProgramMessage): void => {
        if (message.type === 'file') file = { ...message.file, content: new Uint8Array(message.bytes) }
        else if (message.type === 'piece') file?.content.set(message.bytes, message.at)
        else if (message.type === 'end' && file) resolve(file)
        else if (message.type === 'failed') fail('The file could not be made', message.why)
        else if (message.type === 'empty')
          reject(new ExportError('empty', 'Nothing of the selection is on the board any more'))
        else if (message.type === 'pictures')
          loadPictures(message.wish).then(
            (pictures) => child.connected && child.send(pictures),
            (error: unknown) => fail('The pictures could not be read', error),
          )
      }
      const broken = (error: Error): void => fail('The program that makes files cannot be reached', error)
      child.on('message', heard)
      child.once('exit', exited)
      child.on('error', broken)
      signal?.addEventListener('abort', leave, { once: true })
      listening.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        child.off('message', heard)
        child.off('exit', exited)
        child.off('error', broken)
        signal?.removeEventListener('abort', leave)
      })
      child.send(order)
    }).finally(() => listening.abort())
  }
}
