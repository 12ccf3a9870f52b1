// The programs that make files: kept for the next file, ended when something went wrong, and nobody else's trouble.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ExportError, type ExportedFile, type ExportOrder } from '../../../server/export/ExportOrder.ts'
import { ExportProgram } from '../../../server/export/ExportProgram.ts'
import { ExportPrograms, KEPT_MS } from '../../../server/export/ExportPrograms.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { orderOf } from '../../support/orderOf.ts'

const file: ExportedFile = { content: new Uint8Array(1), name: 'a.md', extension: 'md', contentType: 'text/markdown' }
const maximal = maximalWorkshop()
const order = (format: 'md' | 'json'): ExportOrder => ({
  ...orderOf(maximal.doc, maximal.input),
  job: { kind: 'file', format, options: {} },
})

/** A program that makes what it is told to, for tests of when one is started and ended. */
class FakeProgram {
  ended = false
  isAwake = true
  readonly answers: Promise<ExportedFile>[]
  private readonly onEnd: () => void
  constructor(answers: Promise<ExportedFile>[], onEnd: () => void) {
    this.answers = answers
    this.onEnd = onEnd
  }
  make = (): Promise<ExportedFile> => this.answers.shift() ?? Promise.resolve(file)
  rest(): void {
    this.isAwake = false
  }
  wake(): void {
    this.isAwake = true
  }
  end(): void {
    this.ended = true
    this.onEnd()
  }
}

describe('[EX9] a program', () => {
  let started: FakeProgram[]
  let answers: Promise<ExportedFile>[]
  let programs: ExportPrograms
  const make = () => programs.make(order('md'))

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    started = []
    answers = []
    programs = new ExportPrograms((onEnd) => {
      const program = new FakeProgram(answers, onEnd)
      started.push(program)
      return program
    })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('that has made a file makes the next one, and as many work as files are made at once', async () => {
    await make()
    await make()
    expect(started).toHaveLength(1)
    await Promise.all([make(), make()])
    await Promise.all([make(), make()])
    expect(started).toHaveLength(2)
    expect(started.map(({ isAwake, ended }) => [isAwake, ended])).toEqual([
      [false, false],
      [false, false],
    ])
  })

  it('ends when nobody has wanted a file for a while; a file in between makes it wait again', async () => {
    await make()
    vi.advanceTimersByTime(KEPT_MS - 1)
    await make()
    vi.advanceTimersByTime(KEPT_MS - 1)
    expect(started.map(({ ended }) => ended)).toEqual([false])
    vi.advanceTimersByTime(1)
    expect(started.map(({ ended }) => ended)).toEqual([true])
    await make()
    expect(started).toHaveLength(2)
  })

  it('that failed makes no other file; one that found nothing to draw does', async () => {
    answers.push(Promise.reject(new ExportError('empty', 'nothing')))
    await expect(make()).rejects.toMatchObject({ code: 'empty' })
    answers.push(Promise.reject(new ExportError('failed', 'it broke')))
    await expect(make()).rejects.toMatchObject({ code: 'failed' })
    await make()
    expect(started.map(({ ended }) => ended)).toEqual([true, false])
  })

  it('that dies while it rests is not asked again', async () => {
    await make()
    started[0]?.end()
    await make()
    expect(started).toHaveLength(2)
  })

  it('ends with the server, at rest or at work', async () => {
    await Promise.all([make(), make()])
    const { promise, resolve } = Promise.withResolvers<ExportedFile>()
    answers.push(promise)
    const working = make()
    programs.stop()
    resolve(file)
    await working
    expect(started.map(({ ended }) => ended)).toEqual([true, true])
  })
})

it('[EX9] a program that crashes ends its file, with a reason, and no other', async () => {
  const [crashing, other] = [new ExportProgram(), new ExportProgram()]
  try {
    const crashed = crashing.make({
      ...order('json'),
      // It is at work when it asks for pictures.
      loadPictures: () => {
        crashing.end()
        return Promise.resolve([])
      },
    })
    const [, made] = await Promise.all([
      expect(crashed).rejects.toMatchObject({ code: 'failed', message: expect.stringContaining('SIGKILL') as string }),
      other.make(order('json')),
    ])
    expect(await other.make(order('json'))).toEqual(made)
  } finally {
    crashing.end()
    other.end()
  }
})

it('[EX9] a program that has ended before its order comes says so at once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const program = new ExportProgram(resolve)
  program.end()
  await promise
  await expect(program.make(order('md'))).rejects.toMatchObject({
    code: 'failed',
    message: 'The program that makes files cannot be reached',
  })
})
