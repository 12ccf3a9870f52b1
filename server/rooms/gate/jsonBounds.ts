// Bounds of plain JSON values inside the document: size, depth, and keys that would reach into prototypes.

export interface JsonBounds {
  readonly maxUnits: number
  readonly maxDepth: number
}

const hostileKeys = new Set(['__proto__', 'constructor', 'prototype'])

export function isHostileKey(key: string): boolean {
  return hostileKeys.has(key)
}

/** Whether a decoded value is plain JSON within the bounds. Counts characters of strings and keys, and 8 per other value. */
export function isPlainJson(value: unknown, { maxUnits, maxDepth }: JsonBounds): boolean {
  let units = 0
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: current, depth } = next
    units += typeof current === 'string' ? current.length : 8
    if (units > maxUnits || depth > maxDepth || !isJsonScalarOrTree(current)) return false
    if (typeof current !== 'object' || current === null) continue
    for (const [key, inner] of Object.entries(current)) {
      if (hostileKeys.has(key)) return false
      units += key.length
      open.push({ value: inner, depth: depth + 1 })
    }
  }
  return true
}

/** The decoder sets a `__proto__` key as the prototype: an object with a foreign one was sent with such a key. */
function isJsonScalarOrTree(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value)
    case 'object':
      return value === null || Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
    default:
      return false
  }
}
