import type { FC } from 'hono/jsx'
import { zoneLabel } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { PostButton } from '../../../ui/form.tsx'
import { Section } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import type { PollPerson } from '../people-store.ts'
import { words } from '../words.ts'

/** Who answered, with what the organiser alone sees of them. */
export const Guests: FC<{ here: string; locale: Locale; people: PollPerson[] }> = ({ here, locale, people }) => {
  const t = words(locale)
  if (people.length === 0) return null
  return (
    <Section id="people" title={t.people} count={people.length}>
      <Table
        caption={t.people}
        rows={people}
        columns={[
          { head: t.people, cell: ({ name }) => <bdi>{name}</bdi> },
          { head: t.guestAddress, cell: ({ email }) => email || <span class="muted">{t.noAddress}</span> },
          { head: t.guestZone, cell: ({ zone }) => zoneLabel(locale, zone) },
          {
            head: t.drop,
            quiet: true,
            cell: ({ id, name }) => (
              <PostButton action={`${here}/guests/${id}/removal`} small bare label={t.dropOf({ name })}>
                {t.drop}
              </PostButton>
            ),
          },
        ]}
      />
    </Section>
  )
}
