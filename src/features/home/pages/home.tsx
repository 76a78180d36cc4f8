import type { VisitContext } from '../../../platform/web/visit.ts'
import { linkOf } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Empty } from '../../../ui/sections.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { readMine } from '../mine.ts'
import { words } from '../words.ts'
import { GroupMeetings } from './group-meetings.tsx'
import { MyPart, MyThings } from './my-part.tsx'
import { Pairs } from './pair.tsx'
import { dayPart, NextMeeting, WaitingList } from './week.tsx'

/** The form of the home page that came back with a mistake. */
export interface Failed {
  kind: 'log' | 'pause'
  /** The connection or the part it is about. */
  id: string
  state: FormState
}

/** A peer's own page: what is next, what waits, my pair, my part. */
export async function HomePage({ c, failed }: { c: VisitContext; failed?: Failed }) {
  const { world, locale } = c.var
  const { link, name, zone } = linkOf(c)
  const t = words(locale)
  const now = world.clock.now()
  const mine = await readMine(world.db, link, now)
  const path = `/my/${c.req.param('token') ?? ''}`
  const count = mine.waiting.length
  const nobody = mine.pairs.length === 0 && mine.parts.some((part) => part.state === 'active')
  return (
    <PeerPage
      c={c}
      title={t[`greeting ${dayPart(zone, now)}`]({ name })}
      lead={count > 0 ? t.waitsLead({ count }) : t.nothingWaits}
      error={failed?.state}
      errorForm={failed && `${failed.kind}-${failed.id}`}
      sentences={t}
    >
      <div class="stack stack-6">
        <NextMeeting locale={locale} zone={zone} mine={mine} />
        <GroupMeetings locale={locale} zone={zone} path={path} mine={mine} />
        <WaitingList locale={locale} zone={zone} path={path} mine={mine} />
        {nobody && <Empty title={t.nobodyTitle}>{t.nobody}</Empty>}
        <Pairs {...{ locale, zone, now, path, mine }} failed={failed?.kind === 'log' ? failed : undefined} />
        {mine.parts.map((part) => (
          <MyPart
            locale={locale}
            path={path}
            part={part}
            named={mine.parts.length > 1}
            failed={failed?.kind === 'pause' && failed.id === part.id ? failed.state : undefined}
          />
        ))}
        <MyThings locale={locale} path={path} personId={link.personId ?? ''} />
      </div>
    </PeerPage>
  )
}
