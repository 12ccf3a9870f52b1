// What one message may hold. The client splits its bulk edits to stay below the live limits; the server refuses
// what is above them. Server-side limits that no client needs to know are in server/limits.ts.

/** Bytes of one message while working. */
export const LIVE_MAX_BYTES = 1024 * 1024
/** Yjs structs of one update while working (500 pasted cards are about 6,500). */
export const LIVE_MAX_STRUCTS = 5_000
/** Delete ranges of one update while working. */
export const LIVE_MAX_DELETE_RANGES = 20_000

/** A participant's sync step 2, sent once per connection: everything written while offline. */
export const RETURN_MAX_BYTES = 16 * 1024 * 1024
export const RETURN_MAX_STRUCTS = 200_000
export const RETURN_MAX_DELETE_RANGES = 200_000

/** Presence of one client: JSON text in UTF-8, and how deep its braces may nest. */
export const PRESENCE_MAX_BYTES = 4 * 1024
export const PRESENCE_MAX_DEPTH = 5

/** Pictures, bytes. */
export const ASSET_MAX_BYTES = 10 * 1024 * 1024
/** Import files, bytes as sent. */
export const IMPORT_MAX_BYTES = 16 * 1024 * 1024

export const NAME_MAX_LENGTH = 80
export const TITLE_MAX_LENGTH = 200
export const DEPARTMENT_MAX_LENGTH = 80
/** Departments have a mark and a colour each; there are eight. */
export const MAX_DEPARTMENTS = 8
