// Whose Yjs client id is whose. A binding is for ever: what was written under an id stays its person's.
export class ClientOwners {
  private readonly owners = new Map<number, string>()
  private readonly clients = new Map<string, number[]>()

  ownerOf(clientId: number): string | null {
    return this.owners.get(clientId) ?? null
  }

  /** Every client id ever bound to this person, in the order of binding. */
  of(participantId: string): readonly number[] {
    return this.clients.get(participantId) ?? []
  }

  all(): number[] {
    return [...this.owners.keys()]
  }

  bind(clientId: number, participantId: string): void {
    this.owners.set(clientId, participantId)
    this.clients.set(participantId, [...this.of(participantId), clientId])
  }
}
