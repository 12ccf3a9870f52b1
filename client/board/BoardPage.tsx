import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'

/** The canvas comes here. */
export function BoardPage({ workshop }: { workshop: JoinedWorkshop }) {
  return <main aria-label={workshop.title} />
}
