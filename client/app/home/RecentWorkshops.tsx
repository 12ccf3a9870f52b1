// Workshops this browser has been in, latest first. Title and people are asked from the server once the page is idle;
// without an answer the list shows what it knew.
import './RecentWorkshops.css'
import { useEffect, useState } from 'react'
import { readWorkshop } from '../../connection/api.ts'
import { CloseIcon } from '../../ui/icons.tsx'
import { words } from '../../ui/words.ts'
import { recentWorkshops, remember, type WorkshopMemory } from '../workshopMemory.ts'
import { CurveSketch } from './CurveSketch.tsx'
import { spokenDate } from './spokenDate.ts'

/** As many as fit beside the form; older ones are still behind their link. */
const SHOWN = 8

export function RecentWorkshops({ headingId }: { headingId: string }) {
  // "today" is as of the last reading.
  const [{ workshops, nowMs }, setReading] = useState(readList)
  const [takenOff, setTakenOff] = useState<WorkshopMemory | null>(null)

  useEffect(() => {
    let current = true
    const reread = () => setReading(readList())
    void refreshAll(readList().workshops).then(() => {
      if (current) reread()
    })
    // Another tab has joined or renamed one.
    addEventListener('storage', reread)
    return () => {
      current = false
      removeEventListener('storage', reread)
    }
  }, [])

  function hide(workshop: WorkshopMemory, hidden: boolean) {
    remember(workshop.id, { hidden })
    setTakenOff(hidden ? workshop : null)
    setReading(readList())
  }

  return (
    <section className="recent">
      <h2 id={headingId}>{words.home.recent}</h2>
      {workshops.length === 0 ? (
        <EmptyRecent />
      ) : (
        <ul className="recent__list">
          {workshops.map((workshop) => (
            <RecentWorkshop key={workshop.id} workshop={workshop} nowMs={nowMs} onHide={() => hide(workshop, true)} />
          ))}
        </ul>
      )}
      <p className="recent__undo" role="status">
        {takenOff !== null && (
          <>
            {words.home.forgotten(takenOff.title)}{' '}
            <button type="button" onClick={() => hide(takenOff, false)}>
              {words.home.undo}
            </button>
          </>
        )}
      </p>
      <p className="recent__note">{words.home.recentNote}</p>
    </section>
  )
}

function readList() {
  return { workshops: recentWorkshops().slice(0, SHOWN), nowMs: Date.now() }
}

interface RecentWorkshopProps {
  workshop: WorkshopMemory
  nowMs: number
  onHide: () => void
}

function RecentWorkshop({ workshop, nowMs, onHide }: RecentWorkshopProps) {
  return (
    <li className="recent__item">
      <a className="recent__link" href={`/w/${encodeURIComponent(workshop.id)}`}>
        <span className="recent__text">
          <b>{workshop.title}</b>
          <span className="recent__facts">{factsOf(workshop)}</span>
          <span className="recent__date tabular">{spokenDate(workshop.openedMs, nowMs)}</span>
        </span>
        <CurveSketch values={workshop.curve} />
      </a>
      <button
        className="recent__hide"
        type="button"
        aria-label={words.home.forget(workshop.title)}
        title={words.home.forget(workshop.title)}
        onClick={onHide}
      >
        <CloseIcon size={14} />
      </button>
    </li>
  )
}

function EmptyRecent() {
  return (
    <div className="recent__empty">
      <CurveSketch values={[]} />
      <p>
        <b>{words.home.empty}</b>
        <br />
        {words.home.emptyNote}
      </p>
    </div>
  )
}

/** "You facilitate. 12 people, Vote" */
function factsOf({ joined, people, phase }: WorkshopMemory): string {
  const role = joined === null ? words.home.notJoined : words.home.roles[joined.role]
  const known = [people === null || people === 0 ? '' : words.home.people(people), phase].filter((fact) => fact !== '')
  return [role, known.join(', ')].join(' ').trim()
}

/** One request per workshop, all at once; a refused token or no answer leaves the entry as it is. */
async function refreshAll(workshops: readonly WorkshopMemory[]) {
  await Promise.all(
    workshops.map(async ({ id, joined }) => {
      if (joined === null) return
      const answer = await readWorkshop(id, joined.token)
      if (!answer.ok) return
      const { title, participants, role } = answer.value
      remember(id, { title, people: participants.total, joined: { ...joined, role } })
    }),
  )
}
