// A server in a process of its own, and how much of the machine it uses.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export interface Usage {
  readonly cpuS: number
  readonly rssMb: number
}

/** A system constant: asked once, because asking starts a program. */
const ticksPerS =
  process.platform === 'linux' ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : 100

export class ServerUnderTest {
  readonly name: string
  readonly url: string
  private readonly child: ChildProcess

  private constructor(name: string, url: string, child: ChildProcess) {
    this.name = name
    this.url = url
    this.child = child
  }

  /** Resolves when it prints "ready at <address>". */
  static start(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<ServerUnderTest> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return new Promise((resolve, reject) => {
      child.on('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
      createInterface({ input: child.stdout }).on('line', (line) => {
        const url = /ready at (http:\S+)/.exec(line)?.[1]
        if (url) resolve(new ServerUnderTest(name, url, child))
      })
    })
  }

  /** CPU seconds since its start and resident memory; zeros where the system does not tell. */
  usage(): Usage {
    if (process.platform !== 'linux') return { cpuS: 0, rssMb: 0 }
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return { cpuS: (Number(fields[11]) + Number(fields[12])) / ticksPerS, rssMb: (Number(fields[21]) * 4096) / 2 ** 20 }
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(this.url + path, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (await response.json()) as T
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.child.removeAllListeners('exit')
      this.child.on('exit', () => resolve())
      this.child.kill('SIGTERM')
      setTimeout(() => this.child.kill('SIGKILL'), 5_000).unref()
    })
  }
}
