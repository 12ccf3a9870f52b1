// Every limit and quota of the server, by name, in one place. All of them can be set by the environment
// (`MAX_PEOPLE_PER_ROOM=200`); each breach is counted in the metrics under the limit's name.
// What a client must know to stay below is in shared/protocol/limits.ts.

export interface Limits {
  readonly maxPeoplePerRoom: number
  readonly maxParticipantsPerRoom: number
  readonly maxConnections: number
  readonly maxSockets: number
  readonly maxConnectionsPerAddress: number
  readonly maxPipelinedRequests: number
  readonly maxRequestsPerAddress: number
  readonly maxNewWorkshopsPerHour: number
  readonly maxMessagesPerSecond: number
  readonly maxMessageBurst: number
  readonly maxBytesPerSecond: number
  readonly maxByteBurst: number
  readonly maxSyncRequestsPerMinute: number
  readonly maxClientIdsPerParticipant: number
  readonly maxRoomBytes: number
  readonly maxRecordsPerRoom: number
  readonly maxDraftBytesPerPerson: number
  readonly maxDraftsPerPerson: number
  readonly maxUnsavedBytes: number
  readonly presenceSkipBytes: number
  readonly maxBufferedBytes: number
  readonly roomUnloadMs: number
  readonly maxAssetBytesPerRoom: number
  readonly maxFileBytesPerRoom: number
}

interface LimitDeclaration {
  readonly value: number
  readonly min: number
  readonly max: number
  readonly meaning: string
}

const MiB = 1024 * 1024

export const limitDeclarations: Readonly<Record<keyof Limits, LimitDeclaration>> = {
  maxPeoplePerRoom: { value: 1_000, min: 1, max: 10_000, meaning: 'connections to one workshop' },
  // Everybody who comes is told of all of them: 200 bytes each, 1 MB at the limit.
  maxParticipantsPerRoom: {
    value: 5_000,
    min: 2,
    max: 1_000_000,
    meaning: 'people who joined a workshop and were not let out',
  },
  maxConnections: { value: 5_000, min: 1, max: 100_000, meaning: 'connections to this server' },
  // Pages and pictures come over sockets of their own, up to six a browser, most of them for seconds.
  maxSockets: { value: 20_000, min: 10, max: 1_000_000, meaning: 'TCP sockets of this server, whatever they are for' },
  // A whole workshop may sit behind one address of a venue's Wi-Fi.
  maxConnectionsPerAddress: {
    value: 1_200,
    min: 1,
    max: 100_000,
    meaning: 'connections from one address (not loopback)',
  },
  // Browsers and proxies wait for an answer before they use a connection again.
  maxPipelinedRequests: { value: 16, min: 1, max: 100_000, meaning: 'requests under way on one connection' },
  // A thousand people behind one address open the page at once, each over six connections.
  maxRequestsPerAddress: {
    value: 6_000,
    min: 10,
    max: 1_000_000,
    meaning: 'requests under way from one address (not loopback)',
  },
  maxNewWorkshopsPerHour: {
    value: 20,
    min: 1,
    max: 1_000_000,
    meaning: 'workshops made from one address (not loopback)',
  },
  // Somebody drawing sends 60 presence states a second beside their edits.
  maxMessagesPerSecond: { value: 200, min: 10, max: 100_000, meaning: 'messages of one connection' },
  maxMessageBurst: { value: 400, min: 10, max: 1_000_000, meaning: 'messages of one connection at once' },
  maxBytesPerSecond: { value: 2 * MiB, min: 10_000, max: 1_000 * MiB, meaning: 'bytes of one connection' },
  // Room for a whole return after offline work (16 MiB) on top.
  maxByteBurst: { value: 24 * MiB, min: 100_000, max: 1_000 * MiB, meaning: 'bytes of one connection at once' },
  maxSyncRequestsPerMinute: { value: 5, min: 2, max: 10_000, meaning: 'sync step 1 of one connection' },
  maxClientIdsPerParticipant: { value: 512, min: 8, max: 100_000, meaning: 'Yjs client ids one person writes under' },
  maxRoomBytes: { value: 20 * MiB, min: 100_000, max: 500 * MiB, meaning: 'encoded size of a board' },
  maxRecordsPerRoom: { value: 20_000, min: 100, max: 1_000_000, meaning: 'cards, drawings and the like on a board' },
  // Of all private phases together. They come onto the board at once, and nobody sees them before.
  maxDraftBytesPerPerson: {
    value: 2 * MiB,
    min: 10_000,
    max: 500 * MiB,
    meaning: 'encoded size of one person’s drafts',
  },
  maxDraftsPerPerson: { value: 500, min: 1, max: 1_000_000, meaning: 'notes one person writes privately' },
  maxUnsavedBytes: {
    value: 64 * MiB,
    min: 1_000,
    max: 1_000 * MiB,
    meaning: 'changes held in memory while the disk takes none',
  },
  presenceSkipBytes: {
    value: 256 * 1024,
    min: 10_000,
    max: 100 * MiB,
    meaning: 'unread bytes after which presence is dropped',
  },
  maxBufferedBytes: {
    value: 4 * MiB,
    min: 100_000,
    max: 500 * MiB,
    meaning: 'unread bytes after which a reader is closed',
  },
  roomUnloadMs: { value: 30_000, min: 0, max: 86_400_000, meaning: 'time an empty room stays in memory' },
  maxAssetBytesPerRoom: { value: 200 * MiB, min: MiB, max: 10_000 * MiB, meaning: 'pictures of one workshop' },
  // Board, its updates and snapshots, and the pictures. Beyond, the disk counts as full for that workshop.
  maxFileBytesPerRoom: {
    value: 2_000 * MiB,
    min: MiB,
    max: 1_000_000 * MiB,
    meaning: 'file of one workshop, snapshots and pictures included',
  },
}

/** From this share of a quota on facilitators are told: time enough to tidy up, and not said of every large board. */
export const QUOTA_NOTICE_SHARE = 0.8

export const defaultLimits: Limits = Object.fromEntries(
  Object.entries(limitDeclarations).map(([name, declaration]) => [name, declaration.value]),
) as unknown as Limits

/** `maxPeoplePerRoom` → `MAX_PEOPLE_PER_ROOM`. */
export function limitSetting(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}
