// How many of a thing, in words: "1 card", "3 cards".
export const counted = (n: number, one: string, many: string = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const cards = (n: number) => counted(n, 'card')
export const notes = (n: number) => counted(n, 'note')
export const people = (n: number) => counted(n, 'person', 'people')
