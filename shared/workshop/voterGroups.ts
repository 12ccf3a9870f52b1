// Which departments may be shown apart in a split. A group with fewer than three voters would give people away, and so
// would a single group left out: it is the total minus the rest.
import { OTHERS } from './results.ts'
import { MIN_GROUP_VOTERS } from './rounds.ts'

export interface VoterGroups {
  /** In the order of the workshop's departments, `Others` last. */
  readonly names: readonly string[]
  /** Group a voter of this department counts for. */
  readonly groupOf: (department: string) => string
}

/**
 * Null if fewer than two groups could be shown. `voters`: the department of everybody who voted ('' for none). `proxies`:
 * of those for whom the facilitator did; whoever entered them can subtract them, so they are nobody's company.
 */
export function voterGroups(
  voters: readonly string[],
  departments: readonly string[],
  proxies: readonly string[] = [],
): VoterGroups | null {
  const { shown, others } = largeGroups(voters)
  const rank = (name: string) => {
    const at = departments.indexOf(name)
    return at === -1 ? departments.length : at
  }
  const names = [...shown].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const hasOthers = others > 0
  if (names.length + Number(hasOthers) < 2) return null
  if (hasOthers || proxies.some((name) => !shown.has(name))) names.push(OTHERS)
  return { names, groupOf: (department) => (shown.has(department) ? department : OTHERS) }
}

/**
 * Departments of which enough people are among these to be told apart from the rest, and how many the rest are: none, or
 * enough to hide in. `people`: the department of each ('' for none).
 */
export function largeGroups(people: readonly string[]): {
  readonly shown: ReadonlySet<string>
  readonly others: number
} {
  const sizes = new Map<string, number>()
  for (const department of people) sizes.set(department, (sizes.get(department) ?? 0) + 1)
  const sizeOf = (name: string): number => sizes.get(name) ?? 0
  const named = [...sizes.keys()].filter((name) => name !== '' && name !== OTHERS)
  const large = named.filter((name) => sizeOf(name) >= MIN_GROUP_VOTERS)
  const shown = new Set(large)
  let others = people.length - large.reduce((sum, name) => sum + sizeOf(name), 0)
  // Others too few: the smallest of the shown groups joins them.
  for (const name of large.toSorted((a, b) => sizeOf(a) - sizeOf(b) || (a < b ? -1 : 1))) {
    if (others === 0 || others >= MIN_GROUP_VOTERS) break
    shown.delete(name)
    others += sizeOf(name)
  }
  return { shown, others }
}

/** Whether every weight is shared by enough of the people who voted. Empty: yes. */
export function isEveryWeightShared(weights: readonly number[]): boolean {
  const sizes = new Map<number, number>()
  for (const weight of weights) sizes.set(weight, (sizes.get(weight) ?? 0) + 1)
  return [...sizes.values()].every((size) => size >= MIN_GROUP_VOTERS)
}

/** Departments that would be too small for weights, by the people who may vote; empty: weights can be used. */
export function tooSmallGroups(eligible: readonly string[]): string[] {
  const sizes = new Map<string, number>()
  for (const department of eligible) sizes.set(department, (sizes.get(department) ?? 0) + 1)
  return [...sizes].filter(([, size]) => size < MIN_GROUP_VOTERS).map(([name]) => name)
}
