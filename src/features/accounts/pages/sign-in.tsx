import type { FC } from 'hono/jsx'
import { islandPath } from '../../../platform/web/assets.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Note } from '../../../ui/sections.tsx'
import { PeerPage } from '../parts.tsx'
import { words } from '../words.ts'
import { PasskeyAct } from './passkey-act.tsx'

interface EntryProps {
  c: VisitContext
  address: string
  next: string
  form?: FormState
}

const NoServer: FC<{ c: VisitContext }> = ({ c }) => {
  const { settings } = c.var.world
  if (settings.smtpUrl !== undefined || settings.development) return null
  return <Note tone="wait">{words(c.var.locale).noServer}</Note>
}

export const SignInPage: FC<EntryProps> = ({ c, address, next, form }) => {
  const t = words(c.var.locale)
  const passkeys = c.var.world.signIn.takesPasskeys
  return (
    <PeerPage
      c={c}
      title={t.signInTitle}
      lead={t.signInLead}
      error={form}
      scripts={passkeys ? [islandPath('passkey')] : undefined}
    >
      <div class="stack stack-5">
        <NoServer c={c} />
        <Form action="/sign-in" state={form} hidden={{ next }}>
          <Field name="address" label={t.addressLabel} type="email" autocomplete="username webauthn" value={address} />
          <Buttons>
            <Button main>{t.sendCode}</Button>
          </Buttons>
        </Form>
        {passkeys && (
          <PasskeyAct act="sign-in" next={next} failed={t.passkeyFailed}>
            {t.passkeyUse}
          </PasskeyAct>
        )}
      </div>
    </PeerPage>
  )
}

export const CodePage: FC<EntryProps & { code: string }> = ({ c, address, code, next, form }) => {
  const t = words(c.var.locale)
  const again = `/sign-in?${new URLSearchParams({ address, ...(next === '/' ? {} : { next }) })}`
  return (
    <PeerPage c={c} title={t.codeTitle} lead={code && !form ? t.codeReady : t.codeSent} error={form}>
      <div class="stack stack-5">
        {!code && <NoServer c={c} />}
        <Form action="/sign-in/code" state={form} hidden={address ? { next, address } : { next }}>
          {address ? (
            <SummaryList rows={[{ label: t.codeFor, value: <bdi>{address}</bdi> }]} />
          ) : (
            <Field name="address" label={t.addressLabel} type="email" autocomplete="username" />
          )}
          <Field
            name="code"
            label={t.codeLabel}
            hint={t.codeHint}
            value={code}
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={20}
          />
          <Buttons>
            <Button main>{t.signIn}</Button>
            <Button bare href={again}>
              {t.newCode}
            </Button>
          </Buttons>
        </Form>
      </div>
    </PeerPage>
  )
}
