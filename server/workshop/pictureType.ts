// What a picture is, by its content. SVG is none: it can hold scripts.

const signatures: readonly {
  readonly type: string
  readonly parts: readonly { readonly at: number; readonly bytes: readonly number[] }[]
}[] = [
  { type: 'image/png', parts: [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }] },
  { type: 'image/jpeg', parts: [{ at: 0, bytes: [0xff, 0xd8, 0xff] }] },
  { type: 'image/gif', parts: [{ at: 0, bytes: [0x47, 0x49, 0x46, 0x38] }] },
  {
    type: 'image/webp',
    parts: [
      { at: 0, bytes: [0x52, 0x49, 0x46, 0x46] },
      { at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
    ],
  },
]

/** Media type, or null if it is not one of the four kinds that are taken. */
export function pictureType(bytes: Uint8Array): string | null {
  const match = signatures.find(({ parts }) =>
    parts.every((part) => part.bytes.every((byte, offset) => bytes[part.at + offset] === byte)),
  )
  return match?.type ?? null
}
