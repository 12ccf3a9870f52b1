// What a process and the programs it has started use, as Linux counts it.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Usage {
  /** CPU since their start, s; of those that have ended too. */
  readonly cpuS: number
  /** Resident memory, MB: of the first with the program file itself, which those it has started share with it. */
  readonly rssMb: number
}

const PAGE_BYTES = 4096
const ticksPerS =
  process.platform === 'linux' ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : 100

/** Zeros where the system does not tell. */
export function treeUsage(pid: number, isFirst = true): Usage {
  if (process.platform !== 'linux') return { cpuS: 0, rssMb: 0 }
  try {
    // After the name in brackets, which may have spaces, from the third field on.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    let cpuS = (user + system + endedUser + endedSystem) / ticksPerS
    let rssMb = isFirst ? ((fields[21] ?? 0) * PAGE_BYTES) / 2 ** 20 : ownMb(pid)
    for (const child of childrenOf(pid)) {
      const used = treeUsage(child, false)
      cpuS += used.cpuS
      rssMb += used.rssMb
    }
    return { cpuS, rssMb }
  } catch {
    // Ended while it was looked at.
    return { cpuS: 0, rssMb: 0 }
  }
}

/** Without what is read from files. */
function ownMb(pid: number): number {
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
}
