import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import type { AccessedSeating } from '../access.ts'
import { attendanceWords } from '../attendance-words.ts'
import { changesBetween, type PersonChange } from '../changes.ts'
import type { Plan } from '../plan.ts'
import { countAgain, type PlanView } from '../view.ts'
import { words } from '../words.ts'
import { BelowPlan, seatingPath } from './below-plan.tsx'

export interface PreviewProps extends AccessedSeating {
  c: VisitContext
  /** The plan that holds, and the one that could. */
  view: PlanView
  proposed: Plan
  error?: FormState | undefined
}

/** What changes for whom, before it holds. */
export const PreviewPage: FC<PreviewProps> = ({ c, seating, plan, view, proposed, error }) => {
  const { locale, initiative } = c.var
  const t = attendanceWords(locale)
  const here = seatingPath(initiative.id, seating.id)
  const order = [...view.guests.keys()]
  const changes = changesBetween(plan, proposed).toSorted(
    (one, other) => order.indexOf(one.personId) - order.indexOf(other.personId),
  )
  const isApplied = plan.id === proposed.id
  const stay =
    proposed.places.filter(({ isHere }) => isHere).length - changes.filter(({ kind }) => kind !== 'gone').length
  return (
    <BelowPlan
      c={c}
      seating={seating}
      title={isApplied ? t.applied : t.previewTitle({ people: changes.length })}
      lead={
        isApplied
          ? undefined
          : `${t.notYet} ${t.previewLead({
              stay,
              before: view.meetings.again.length,
              after: countAgain(proposed, view.metBefore),
            })}`
      }
      error={error}
    >
      <div class="stack stack-5">
        <div class="row">
          {!isApplied && (
            <PostButton action={`${here}/plans/${proposed.id}/adoption`} main>
              {t.apply}
            </PostButton>
          )}
          <Button href={isApplied ? here : `${here}/attendance`}>{isApplied ? words(locale).back : t.goBack}</Button>
        </div>
        <Table
          caption={t.what}
          rows={changes}
          empty={<></>}
          columns={[
            { head: t.person, cell: ({ personId }) => <bdi>{view.guests.get(personId)?.name}</bdi> },
            {
              head: t.what,
              cell: (change) => (
                <>
                  <Status dot={change.kind === 'gone' ? 'ring' : 'full'} tone={toneOf[change.kind]}>
                    {t[change.kind]}
                  </Status>
                  <ul class="small muted">
                    {sentencesOf(t, change).map((sentence) => (
                      <li>{sentence}</li>
                    ))}
                  </ul>
                </>
              ),
            },
          ]}
        />
      </div>
    </BelowPlan>
  )
}

const toneOf = { moved: 'info', joined: 'go', gone: 'idle' } as const

function sentencesOf(t: ReturnType<typeof attendanceWords>, { before, after }: PersonChange): string[] {
  return after.flatMap((to, index) => {
    const from = before[index] ?? null
    const round = index + 1
    if (from === to) return []
    if (to === null) return [t.leave({ round, from: from ?? 0 })]
    return [from === null ? t.sit({ round, to }) : t.move({ round, from, to })]
  })
}
