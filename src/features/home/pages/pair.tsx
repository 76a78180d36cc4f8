import type { FC } from 'hono/jsx'
import { dayIn, formatDate } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { ConfirmDetails, PostButton } from '../../../ui/form.tsx'
import { type FormState, hasErrors } from '../../../ui/form-state.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { Section } from '../../../ui/sections.tsx'
import { Face } from '../../../ui/status.tsx'
import { ContactForm, lastContactWords, namesOf, RhythmStrip } from '../../connections/parts.tsx'
import { portraitLine } from '../../connections/portrait.ts'
import type { Mine } from '../mine.ts'
import { words } from '../words.ts'

export interface PairProps {
  locale: Locale
  zone: string
  now: Temporal.Instant
  /** The home page's own path. */
  path: string
  personId: string
  pair: Mine['pairs'][number]
  /** The state of this pair's form when it came back with a mistake. */
  failed?: FormState | undefined
}

/** One connection on its member's page: who, the rhythm, and what can be done. */
export const Pair: FC<PairProps> = ({ locale, zone, now, path, personId, pair, failed }) => {
  const t = words(locale)
  const { connection, members, weeks } = pair.overview
  const others = members.filter((member) => member.personId !== personId)
  const ago = lastContactWords(locale, zone, connection, now)
  const own = `${path}/connections/${connection.id}`
  const rests = connection.paused_until_on
  const form = (
    <ContactForm
      locale={locale}
      action={`${own}/contacts`}
      id={`log-${connection.id}`}
      state={failed}
      zone={zone}
      now={now}
    />
  )
  return (
    <div class="stack">
      {others.map((other) => (
        <div class="media mid-y">
          <Face name={other.name} />
          <div>
            <h3>
              <bdi>{other.name}</bdi>
            </h3>
            <p class="muted">{portraitLine(locale, other)}</p>
          </div>
        </div>
      ))}
      <p>{rests ? t.rests({ until: formatDate(locale, rests) }) : t.inTouch({ ago })}</p>
      <div>
        <RhythmStrip locale={locale} weeks={weeks} big />
        <p class="ends" aria-hidden="true">
          <span>{t.ends({ weeks: weeks.length })}</span>
          <span>{t.thisWeek}</span>
        </p>
      </div>
      <div class="row">
        {!rests && (
          <PostButton action={`${own}/times`}>
            <Icon name="cal" />
            {t.otherTime}
          </PostButton>
        )}
        <PostButton action={`${path}/open`} hidden={{ way: 'agreement', subject: connection.id }} bare>
          {t.agreement}
        </PostButton>
        <PostButton action={`${own}/calendar`} bare>
          {t.pairCalendar}
        </PostButton>
      </div>
      {hasErrors(failed) ? (
        <div class="act-in">{form}</div>
      ) : (
        <ConfirmDetails summary={t.wasInTouch}>{form}</ConfirmDetails>
      )}
      {pair.logged.length > 0 && (
        <p class="small">
          {t.myContacts}{' '}
          {pair.logged.map((contact, index) => (
            <>
              {index > 0 && <br />}
              {t.myContact({
                day: formatDate(locale, dayIn(zone, contact.happened_at)),
                minutes: contact.minutes,
              })}{' '}
              <a href={`${own}/contacts/${contact.id}`}>{t.correct}</a>{' '}
            </>
          ))}
        </p>
      )}
    </div>
  )
}

/** All of a person's connections; of those that ended, nothing but the end. */
export const Pairs: FC<
  Omit<PairProps, 'pair' | 'failed' | 'personId'> & {
    mine: Mine
    failed?: { id: string; state: FormState } | undefined
  }
> = (props) => {
  const { locale, zone, mine, failed } = props
  const t = words(locale)
  return (
    <>
      {mine.pairs.length > 0 && (
        <Section title={mine.pairs.length === 1 ? t.myPair : t.myPairs} id="pairs">
          <div class="stack stack-6">
            {mine.pairs.map((pair) => (
              <Pair
                {...props}
                personId={mine.personId}
                pair={pair}
                failed={failed?.id === pair.overview.connection.id ? failed.state : undefined}
              />
            ))}
          </div>
        </Section>
      )}
      {mine.ended.length > 0 && (
        <Section title={t.ended} id="ended" light>
          {mine.ended.map(({ names, closedAt }) => (
            <p>
              <Isolated
                text={t.endedOn({
                  names: namesOf(locale, names, mine.personId),
                  on: formatDate(locale, dayIn(zone, closedAt)),
                })}
              />
            </p>
          ))}
        </Section>
      )}
    </>
  )
}
