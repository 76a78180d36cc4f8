import type { VisitContext } from '../../../platform/web/visit.ts'
import { Button } from '../../../ui/form.tsx'
import { Empty } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { StaffPage } from '../../accounts/parts.tsx'
import type { InitiativeLine } from '../setup-store.ts'
import { setupWords } from '../setup-words.ts'

/** All initiatives of the agency. */
export function InitiativesPage({ c, lines }: { c: VisitContext; lines: InitiativeLine[] }) {
  const t = setupWords(c.var.locale)
  const peers = lines.reduce((sum, line) => sum + line.peers, 0)
  const add = (
    <Button href="/initiatives/new" main>
      {t.listNew}
    </Button>
  )
  const title = lines.length > 0 ? t.listTitle({ initiatives: lines.length, peers }) : t.listEmpty
  return (
    <StaffPage c={c} tab="initiatives" title={title} actions={lines.length > 0 ? add : undefined} sentences={t}>
      <Table
        caption={t.listCaption}
        rows={lines}
        empty={
          <Empty title={t.listEmptyTitle} action={add}>
            {t.listEmptyText}
          </Empty>
        }
        columns={[
          {
            head: t.title,
            cell: (line) => (
              <>
                <a href={`/initiatives/${line.id}`}>
                  <bdi>{line.title}</bdi>
                </a>
                {line.purpose && <span class="block muted small">{line.purpose}</span>}
              </>
            ),
          },
          { head: t.peers, numeric: true, cell: (line) => line.peers },
          { head: t.answered, numeric: true, cell: (line) => line.answered },
        ]}
      />
    </StaffPage>
  )
}
