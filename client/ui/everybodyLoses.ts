/** "2 journeys, 1 card and 3 drawings go for everybody." Of what there is none is not said; empty if nothing goes. */
export function everybodyLoses(things: readonly (string | readonly [count: number, one: string])[]): string {
  const named = things.flatMap((thing) => {
    if (typeof thing === 'string') return [thing]
    const [count, one] = thing
    return count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${one}s`]
  })
  const last = named.at(-1)
  if (last === undefined) return ''
  if (named.length > 1) return `${named.slice(0, -1).join(', ')} and ${last} go for everybody.`
  return `${last} ${last.startsWith('1 ') ? 'goes' : 'go'} for everybody.`
}
