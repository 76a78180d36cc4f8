import type { FC } from 'hono/jsx'
import { dayIn, formatDate } from '../../../platform/clock.ts'
import { newFormKey } from '../../../platform/web/act.tsx'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { Lines } from '../../../ui/lists.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { PeoplePage } from '../frame.tsx'
import type { Double } from '../merging/doubles.ts'
import { words } from '../words.ts'

export const doublesPath = (initiativeId: string) => `/initiatives/${initiativeId}/people/duplicates`

interface Props {
  c: VisitContext
  doubles: Double[]
  merges: { id: string; merged_at: Temporal.Instant; kept: string; merged: string }[]
  form?: FormState
}

/** Records that look like one person, and the merges that can still be undone. */
export const DuplicatesPage: FC<Props> = ({ c, doubles, merges, form = emptyForm }) => {
  const { initiative } = c.var
  const t = words(c.var.locale)
  const people = `/initiatives/${initiative.id}/people`
  const title = t.doublesTitle({ count: doubles.length })
  return (
    <PeoplePage
      c={c}
      title={title}
      lead={t.doublesLead}
      error={form}
      sentences={t}
      actions={<Button href={people}>{t.toPeople}</Button>}
    >
      <Sections>
        <Section title={t.doublesPairs} id="pairs" count={doubles.length}>
          {doubles.length === 0 ? <p>{t.doublesNone}</p> : <Pairs c={c} doubles={doubles} />}
        </Section>
        {merges.length > 0 && <Merges c={c} merges={merges} />}
      </Sections>
    </PeoplePage>
  )
}

const Pairs: FC<{ c: VisitContext; doubles: Double[] }> = ({ c, doubles }) => {
  const t = words(c.var.locale)
  const items = doubles.map(({ one, other, reasons }) => {
    const path = `${doublesPath(c.var.initiative.id)}/${one.id}/${other.id}`
    const names = t.doublesPair({ one: one.name, other: other.name })
    const said = withoutIsolates(names)
    return {
      title: <Isolated text={names} />,
      children: (
        <>
          <p class="small muted">
            <bdi>{one.email}</bdi> · <bdi>{other.email}</bdi>
          </p>
          <p class="small">{reasons.map((reason) => t[`reason ${reason}`]).join(', ')}</p>
          <div class="row">
            <Button small main href={path} label={`${t.compare}: ${said}`}>
              {t.compare}
            </Button>
            <PostButton
              small
              bare
              action={`${path}/distinction`}
              idempotencyKey={newFormKey()}
              label={`${t.twoPeople}: ${said}`}
            >
              {t.twoPeople}
            </PostButton>
          </div>
        </>
      ),
    }
  })
  return <Lines items={items} />
}

const Merges: FC<{ c: VisitContext; merges: Props['merges'] }> = ({ c, merges }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const { zone } = staffOf(c)
  const items = merges.map(({ id, merged_at, kept, merged }) => {
    const what = t.mergedInto({ merged, kept, day: formatDate(locale, dayIn(zone, merged_at)) })
    return {
      title: <Isolated text={what} />,
      act: (
        <PostButton
          small
          action={`/initiatives/${initiative.id}/people/merges/${id}/reversal`}
          idempotencyKey={newFormKey()}
          label={`${t.undo}: ${withoutIsolates(what)}`}
        >
          {t.undo}
        </PostButton>
      ),
    }
  })
  return (
    <Section title={t.mergesTitle} id="merges">
      <Lines items={items} />
    </Section>
  )
}
