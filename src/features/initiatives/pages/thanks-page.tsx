import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Button, Buttons, PostButton } from '../../../ui/form.tsx'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { Section } from '../../../ui/sections.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import type { PeerProfile } from '../peer-profile.ts'
import { profileWords } from '../profile-words.ts'

/** After the form: what happens next, and the way back to it. */
export const ThanksPage: FC<{ c: VisitContext; peer: PeerProfile }> = ({ c, peer }) => {
  const { locale } = c.var
  const t = profileWords(locale)
  const title = t.thanksTitle({ name: peer.name })
  const until = peer.pausedUntilOn ? formatDate(locale, peer.pausedUntilOn) : ''
  const next =
    peer.state === 'not_now'
      ? t.thanksNotNow
      : peer.state === 'paused'
        ? t.thanksPaused({ date: until })
        : t.thanksActive
  return (
    <PeerPage c={c} title={withoutIsolates(title)} bare>
      <div class="stack stack-5">
        <h1>
          <Isolated text={title} />
        </h1>
        <Section id="next" title={t.thanksNext}>
          <p>
            <Isolated text={next} />
          </p>
        </Section>
        {peer.state === 'active' && (
          <Section id="hours" title={t.thanksHours} light>
            <p>{t.thanksHoursWhat}</p>
            <div class="row">
              <PostButton action={`/profile/${c.req.param('token')}/availability`}>{t.thanksHoursOpen}</PostButton>
            </div>
          </Section>
        )}
        <Buttons>
          <Button href={`/profile/${c.req.param('token')}`}>{t.thanksChange}</Button>
        </Buttons>
      </div>
    </PeerPage>
  )
}
