import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Button } from '../../../ui/form.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Note, Sections } from '../../../ui/sections.tsx'
import { PeoplePage } from '../frame.tsx'
import { rosterOutcomes } from '../roster/plan.ts'
import type { RosterImport } from '../roster/store.ts'
import { words } from '../roster/words.ts'
import { rostersPath } from './roster-upload.tsx'

/** What an import did: to be read again later, with the refused lines still to be had. */
export const RosterResultPage: FC<{ c: VisitContext; roster: RosterImport }> = ({ c, roster }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const { counts, importedAt } = roster
  if (!counts || !importedAt) return null
  const moment = formatMoment(locale, staffOf(c).zone, importedAt)
  const rows = rosterOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => ({ label: t[`outcome ${outcome}`], value: counts[outcome] }))
  return (
    <PeoplePage
      c={c}
      title={t.doneTitle(counts)}
      lead={<Isolated text={t.doneLead({ file: roster.fileName, moment })} />}
      actions={
        <>
          <Button main href={`/initiatives/${initiative.id}/people`}>
            {t.toPeople}
          </Button>
          <Button href={rostersPath(initiative.id)}>{t.again}</Button>
        </>
      }
    >
      <Sections>
        <SummaryList rows={rows} />
        {counts.refused > 0 && (
          <Note tone="wait">
            <p>{t.doneRefused}</p>
            <p>
              <a href={`${rostersPath(initiative.id)}/${roster.id}/refused`}>{t.refusedFile}</a>
            </p>
          </Note>
        )}
      </Sections>
    </PeoplePage>
  )
}
