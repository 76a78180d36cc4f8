import type { FC } from 'hono/jsx'
import { zoneLabel } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { ConfirmDetails, PostButton } from '../../../ui/form.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { Section } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import type { PollPerson } from '../people-store.ts'
import { type Words, words } from '../words.ts'

/** Takes somebody out of a poll, asked first: there is no way back. */
export const Removal: FC<{ here: string; id: string; name: string; t: Words }> = ({ here, id, name, t }) => (
  <ConfirmDetails summary={t.drop} small bare>
    <p>{t.dropWhy}</p>
    <PostButton action={`${here}/guests/${id}/removal`} small warn>
      <Isolated text={t.dropOf({ name })} />
    </PostButton>
  </ConfirmDetails>
)

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
            cell: ({ id, name }) => <Removal here={here} id={id} name={name} t={t} />,
          },
        ]}
      />
    </Section>
  )
}
