import type { FC } from 'hono/jsx'
import { machineZone } from '../../../platform/i18n/zone-names.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form, PostButton } from '../../../ui/form.tsx'
import { Card, Note, Section, Sections } from '../../../ui/sections.tsx'
import type { DemonstrationProgress, DemonstrationState } from '../demonstration.ts'
import { PeerPage } from '../parts.tsx'
import { words } from '../words.ts'
import { LanguageField, ZoneField } from './fields.tsx'

export const FirstRunPage: FC<{ c: VisitContext; offersDemonstration: boolean; form?: FormState }> = (props) => {
  const { c, form } = props
  const { locale } = c.var
  const t = words(locale)
  return (
    <PeerPage c={c} title={t.firstTitle} lead={t.firstLead} error={form}>
      <Sections>
        <Section id="own" title={t.startOwn}>
          <Form action="/start" state={form} labelledby="own">
            <Field
              name="agency"
              label={t.agencyLabel}
              hint={t.agencyHint}
              autocomplete="organization"
              maxlength={120}
            />
            <Field name="name" label={t.nameLabel} autocomplete="name" maxlength={120} />
            <Field name="email" label={t.emailLabel} hint={t.emailHint} type="email" autocomplete="email" />
            <LanguageField locale={locale} value={locale} />
            <ZoneField locale={locale} value={machineZone()} />
            <p class="small muted">{t.ownHint}</p>
            <Buttons>
              <Button main>{t.begin}</Button>
            </Buttons>
          </Form>
        </Section>
        {props.offersDemonstration && (
          <Card id="look" title={t.lookTitle}>
            <div class="stack">
              <p>{t.lookLead}</p>
              <PostButton action="/demonstration">{t.look}</PostButton>
            </div>
          </Card>
        )}
      </Sections>
    </PeerPage>
  )
}

interface DemonstrationProps {
  c: VisitContext
  state: DemonstrationState
  progress: DemonstrationProgress | null
}

export const DemonstrationPage: FC<DemonstrationProps> = ({ c, state, progress }) => {
  const t = words(c.var.locale)
  if (state === 'playing') {
    return (
      <PeerPage c={c} title={t.lookWaitTitle} lead={t.lookWait}>
        {progress && (
          <p>
            <progress value={progress.day} max={progress.days} aria-label={t.lookWaitTitle} /> {t.lookDays(progress)}
          </p>
        )}
      </PeerPage>
    )
  }
  if (state === 'failed') {
    return (
      <PeerPage c={c} title={t.lookTitle}>
        <Note tone="stop">{t.lookFailed}</Note>
        <PostButton action="/demonstration" main>
          {t.look}
        </PostButton>
      </PeerPage>
    )
  }
  return (
    <PeerPage c={c} title={t.lookReady} lead={t.lookLead}>
      <PostButton action="/demonstration" main>
        {t.lookEnter}
      </PostButton>
    </PeerPage>
  )
}
