// What somebody else does meanwhile: the same on both canvases.

/** Edits a second by somebody else. */
export const REMOTE_RATE = 100

/** Which card the nth edit is about: all over the board. */
export function remoteCard(edit: number, cards: number): number {
  return (edit * 7) % cards
}

/** What the nth edit writes. */
export function remoteTitle(edit: number): string {
  return `Renamed ${edit}`
}
