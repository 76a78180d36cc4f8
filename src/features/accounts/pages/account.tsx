import type { FC } from 'hono/jsx'
import { formatDayOf, formatMoment } from '../../../platform/clock.ts'
import type { listPasskeys, listSessions } from '../../../platform/sessions/sessions.ts'
import { islandPath } from '../../../platform/web/assets.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form, PostButton } from '../../../ui/form.tsx'
import { Lines } from '../../../ui/lists.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { Tag } from '../../../ui/status.tsx'
import { administrationWords } from '../administration-words.ts'
import { deviceOf } from '../device.ts'
import { StaffPage } from '../parts.tsx'
import { words } from '../words.ts'
import { PasskeyAct } from './passkey-act.tsx'
import { LanguageField, ZoneField } from './fields.tsx'

type Session = Awaited<ReturnType<typeof listSessions>>[number]
type Passkey = Awaited<ReturnType<typeof listPasskeys>>[number]

export interface AccountProps {
  c: VisitContext
  agency: string
  sessions: Session[]
  passkeys: Passkey[]
  /** The session is young enough to add a passkey. */
  isFresh: boolean
  form?: FormState
}

export const AccountPage: FC<AccountProps> = (props) => {
  const { c, form } = props
  const { locale } = c.var
  const viewer = staffOf(c)
  const t = administrationWords(locale)
  return (
    <StaffPage
      c={c}
      title={t.accountTitle({ name: viewer.name })}
      lead={t.accountEmail({ email: viewer.email, agency: props.agency })}
      actions={<PostButton action="/sign-out">{t.signOut}</PostButton>}
      error={form}
      sentences={t}
      width="page"
      scripts={[islandPath('passkey')]}
    >
      <Sections>
        <Section id="you" title={t.you}>
          <Form action="/account" state={form} labelledby="you">
            <Field
              name="name"
              label={words(locale).nameLabel}
              value={viewer.name}
              autocomplete="name"
              maxlength={120}
            />
            <LanguageField locale={locale} value={viewer.locale} />
            <ZoneField locale={locale} value={viewer.zone} />
            <Buttons>
              <Button main>{t.save}</Button>
            </Buttons>
          </Form>
        </Section>
        <Section id="sessions" title={t.sessionsHead} count={props.sessions.length}>
          <Lines items={props.sessions.map((session) => sessionLine(c, session))} />
          {props.sessions.length > 1 && <PostButton action="/account/sessions/others/end">{t.endOthers}</PostButton>}
        </Section>
        <Passkeys {...props} />
      </Sections>
    </StaffPage>
  )
}

function sessionLine(c: VisitContext, session: Session) {
  const { locale } = c.var
  const viewer = staffOf(c)
  const t = administrationWords(locale)
  const device = deviceWords(locale, session.user_agent)
  const moment = formatMoment(locale, viewer.zone, session.updated_at)
  return {
    title: <bdi>{device}</bdi>,
    children: (
      <p class="small muted num">
        {session.ip_address ? t.usedFrom({ moment, address: session.ip_address }) : t.lastUsed({ moment })}
      </p>
    ),
    act:
      session.id === viewer.sessionId ? (
        <Tag tone="go">{t.thisDevice}</Tag>
      ) : (
        <PostButton action={`/account/sessions/${session.id}/end`} small label={t.endSessionOf({ device })}>
          {t.endSession}
        </PostButton>
      ),
  }
}

/** 'Firefox on Linux', or as much of it as the header says. */
export function deviceWords(locale: string, userAgent: string | null): string {
  const t = administrationWords(locale)
  const { browser, system } = deviceOf(userAgent)
  if (browser && system) return t.device({ browser, system })
  return browser ?? system ?? t.unknownDevice
}

const Passkeys: FC<AccountProps> = ({ c, passkeys, isFresh }) => {
  const { locale, world } = c.var
  const { zone } = staffOf(c)
  const t = administrationWords(locale)
  return (
    <Section id="passkeys" title={t.passkeysHead} count={passkeys.length}>
      <div class="stack">
        <p>{t.passkeysLead}</p>
        {passkeys.length === 0 && <p class="muted">{t.passkeysNone}</p>}
        <Lines
          items={passkeys.map(({ id, name, created_at }) => ({
            title: <bdi>{name ?? t.passkeyUnnamed}</bdi>,
            children: created_at && (
              <p class="small muted num">{t.passkeyMade({ day: formatDayOf(locale, zone, created_at) })}</p>
            ),
            act: (
              <PostButton
                action={`/account/passkeys/${id}/removal`}
                small
                label={t.removePasskeyOf({ name: name ?? t.passkeyUnnamed })}
              >
                {t.removePasskey}
              </PostButton>
            ),
          }))}
        />
        {!world.signIn.takesPasskeys && <p class="small muted">{t.passkeyElsewhere}</p>}
        {world.signIn.takesPasskeys && !isFresh && <p class="small muted">{t.passkeyStale}</p>}
        {world.signIn.takesPasskeys && isFresh && (
          <PasskeyAct act="add" next="/account?said=passkeyAdded" failed={t.passkeyNotAdded}>
            {t.passkeyAdd}
          </PasskeyAct>
        )}
      </div>
    </Section>
  )
}
