import type { FC } from 'hono/jsx'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Button, Buttons } from '../../../ui/form.tsx'
import { Steps } from '../../../ui/lists.tsx'
import type { DirectoryCounts } from '../../initiatives/directory-counts.ts'
import { firstStepsWords } from '../first-steps-words.ts'

/** Which of the three steps comes next: the roster, the invitations, the matching. */
export function nextStep({ peers, notInvited, answered }: DirectoryCounts): 0 | 1 | 2 {
  if (peers === 0) return 0
  return notInvited === peers || answered < 2 ? 1 : 2
}

/** Before there is anybody to help: three steps, the next one as the button. */
export const FirstSteps: FC<{ c: VisitContext; counts: DirectoryCounts }> = ({ c, counts }) => {
  const { locale, initiative } = c.var
  const t = firstStepsWords(locale)
  const home = `/initiatives/${initiative.id}`
  const step = nextStep(counts)
  const steps = [
    { href: `${home}/people/import`, label: t.stepRoster, act: t.goRoster },
    { href: `${home}/people`, label: t.stepInvite, act: t.goInvite },
    { href: `${home}/matching`, label: t.stepMatch, act: t.goMatch },
  ]
  const of = { peers: number(locale, counts.peers), answered: number(locale, counts.answered) }
  const leads = [t['start lead 0'], t['start lead 1'](of), t['start lead 2'](of)]
  return (
    <div class="stack">
      <p class="lead">{leads[step]}</p>
      <Steps
        items={steps.map(({ label }, index) => ({
          label,
          state: index < step ? ('done' as const) : index === step ? ('current' as const) : ('later' as const),
        }))}
      />
      <Buttons>
        <Button main href={steps[step]?.href ?? home}>
          {steps[step]?.act}
        </Button>
      </Buttons>
    </div>
  )
}
