// What we do next: actions with owner and date, and the opportunities they answer to.
import type { RecapAnswer } from '../../shared/protocol/recapAnswer.ts'
import { DepartmentMark } from '../ui/DepartmentMark.tsx'
import { assignMarks } from '../ui/departmentMarks.ts'
import { recapWords as words } from '../ui/recapWords.ts'

type Recap = RecapAnswer['recap']

export function RecapActions({ recap }: { recap: Recap }) {
  const { actions, opportunities } = recap
  return (
    <>
      {opportunities.length > 0 && (
        <section>
          <h2>{words.opportunities}</h2>
          <ul className="recap__opportunities">
            {opportunities.map(({ text, stageName, impact, effort }) => (
              <li key={`${stageName} ${text}`}>
                <b>{text}</b>
                <span className="recap__quiet">{words.about(stageName, impact, effort)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{words.next}</h2>
        {actions.length === 0 ? <p className="recap__empty">{words.noActions}</p> : <Actions recap={recap} />}
      </section>
    </>
  )
}

function Actions({ recap: { actions, departments } }: { recap: Recap }) {
  const marks = assignMarks(departments)
  return (
    <table className="recap__table">
      <thead>
        <tr>
          <th scope="col">{words.action}</th>
          <th scope="col" className="recap__aside">
            {words.stage}
          </th>
          <th scope="col">{words.owner}</th>
          <th scope="col">{words.by}</th>
          <th scope="col" className="recap__aside">
            {words.measured}
          </th>
          <th scope="col">{words.status}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => {
          const mark = marks.get(action.department)
          return (
            <tr key={`${action.due} ${action.stageName} ${action.text}`}>
              <td>
                <b>{action.text}</b>
                <span className="recap__under">
                  {[action.stageName, action.kpi].filter((part) => part !== '').join(', ')}
                </span>
              </td>
              <td className="recap__quiet recap__aside recap__short">{action.stageName}</td>
              <td className="recap__short">
                <span className="recap__owner">
                  {mark && <DepartmentMark mark={mark} size={16} name={action.department} />}
                  {action.owner === '' ? words.nobody : action.owner}
                </span>
              </td>
              <td className="recap__short">
                {action.due === '' ? words.noDate : <time dateTime={action.due}>{words.day(action.due)}</time>}
              </td>
              <td className="recap__quiet recap__aside">{action.kpi}</td>
              <td>{action.status}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
