// The recap itself, from its answer. Order as on paper: head, journey, what hurts most, what we do next, marks.
import { lazy, Suspense } from 'react'
import type { RecapAnswer } from '../../shared/protocol/recapAnswer.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { BrandMark } from '../ui/BrandMark.tsx'
import { DepartmentMark } from '../ui/DepartmentMark.tsx'
import { assignMarks } from '../ui/departmentMarks.ts'
import { recapWords as words } from '../ui/recapWords.ts'
import { RecapActions } from './RecapActions.tsx'
import { RecapFiles } from './RecapFiles.tsx'
import { RecapMap } from './RecapMap.tsx'
import { RecapRounds } from './RecapRounds.tsx'
import { ReviewSentence } from './ReviewSentence.tsx'

// Facilitators only.
const ReviewDay = lazy(() => import('./ReviewDay.tsx').then((module) => ({ default: module.ReviewDay })))

interface RecapSheetProps {
  answer: RecapAnswer
  workshop: JoinedWorkshop
}

export function RecapSheet({ answer, workshop }: RecapSheetProps) {
  const { recap, maps } = answer
  const { departments, reviewDate } = recap
  const sentence = reviewDate !== null && <ReviewSentence date={reviewDate} />
  return (
    <div className="recap">
      <RecapFiles workshop={workshop} />
      <main className="recap__sheet">
        <header className="recap__head">
          <div>
            <h1>{recap.title}</h1>
            <p>{words.held(recap)}</p>
            {workshop.role === 'facilitator' ? (
              <Suspense fallback={sentence}>
                <ReviewDay workshop={workshop} date={reviewDate} />
              </Suspense>
            ) : (
              sentence
            )}
          </div>
          <span className="recap__brand">
            <BrandMark size={24} />
            {words.product}
          </span>
        </header>
        {recap.journeys.map((journey) => (
          <RecapMap
            key={journey.id}
            journey={journey}
            only={recap.journeys.length === 1}
            svg={maps.find((map) => map.journeyId === journey.id)?.svg}
          />
        ))}
        <RecapRounds rounds={recap.rounds} />
        <RecapActions recap={recap} />
        {departments.length > 0 && <Departments names={departments} />}
      </main>
    </div>
  )
}

function Departments({ names }: { names: readonly string[] }) {
  const marks = assignMarks(names)
  return (
    <footer>
      <ul className="recap__departments" aria-label={words.departments}>
        {names.map((name) => {
          const mark = marks.get(name)
          return (
            <li key={name}>
              {mark && <DepartmentMark mark={mark} size={14} />}
              {name}
            </li>
          )
        })}
      </ul>
    </footer>
  )
}
