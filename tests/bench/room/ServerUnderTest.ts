// A server in a process of its own, and how much of the machine it uses.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { treeUsage, type Usage } from '../treeUsage.ts'

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

  /** Of its storage and the programs that make files too. */
  usage(): Usage {
    return treeUsage(this.child.pid ?? 0)
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
