import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { PostButton } from '../../../ui/form.tsx'
import { Status, Tag } from '../../../ui/status.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { PollPerson } from '../people-store.ts'
import { type Level, type RankedTime, rankTimes } from '../ranking.ts'
import type { Poll } from '../store.ts'
import { words } from '../words.ts'

interface Props {
  locale: Locale
  poll: Poll
  people: PollPerson[]
  now: Temporal.Instant
  action: string
}

const looks = {
  yes: { dot: 'full', tone: 'go' },
  maybe: { dot: 'half', tone: 'wait' },
  no: { dot: 'ring', tone: 'stop' },
} as const

/** Times down, people across: each answer by a word and a shape. The best time comes first. */
export const Matrix: FC<Props> = ({ locale, poll, people, now, action }) => {
  const t = words(locale)
  const columns: Column<RankedTime>[] = [
    { head: t.time, cell: ({ startsAt }) => formatMoment(locale, poll.zone, startsAt) },
    {
      head: t.counted,
      cell: (time) => (
        <>
          <span class="num">{t.counts(time)}</span>
          {time.awkwardFor > 0 && <span class="small muted block">{t.awkward({ count: time.awkwardFor })}</span>}
        </>
      ),
    },
    {
      head: t.actionColumn,
      quiet: true,
      cell: (time) => <Deciding {...{ locale, poll, time, now, action }} />,
    },
    ...people.map((person): Column<RankedTime> => ({
      head: <bdi>{person.name}</bdi>,
      label: person.name,
      cell: ({ id }) => <Said locale={locale} level={person.answers.get(id)} />,
    })),
  ]
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={t.whoSaidWhat}>
      <Table caption={t.best} rows={rankTimes(poll.times, people, poll.minutes)} columns={columns} />
    </div>
  )
}

const Said: FC<{ locale: Locale; level: Level | undefined }> = ({ locale, level }) => {
  const t = words(locale)
  return level ? <Status {...looks[level]}>{t[`level ${level}`]}</Status> : <span class="muted">{t.unsaid}</span>
}

const Deciding: FC<Omit<Props, 'people'> & { time: RankedTime }> = ({ locale, poll, time, now, action }) => {
  const t = words(locale)
  if (poll.starts_at?.equals(time.startsAt)) return <Tag tone="go">{t.isDecided}</Tag>
  if (Temporal.Instant.compare(time.startsAt, now) <= 0) return null
  const when = formatMoment(locale, poll.zone, time.startsAt)
  const isMove = poll.state === 'decided'
  return (
    <PostButton
      action={action}
      hidden={{ time: time.id }}
      small
      label={isMove ? t.moveTo({ when }) : t.decideOn({ when })}
    >
      {isMove ? t.move : t.decide}
    </PostButton>
  )
}
