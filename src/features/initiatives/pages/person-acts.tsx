import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { hasErrors, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { Disclosure, Section } from '../../../ui/sections.tsx'
import { personPath } from '../../people/parts.tsx'
import type { PersonSheet } from '../person-store.ts'
import { words } from '../words.ts'

/** What staff can do about a peer's part. */
export const PersonActs: FC<{ c: VisitContext; sheet: PersonSheet; form: FormState | undefined }> = ({
  c,
  sheet,
  form,
}) => {
  const t = words(c.var.locale)
  const { peer, invitedAt } = sheet
  const path = personPath(c.var.initiative.id, peer.personId)
  const isAway = peer.state === 'left' || peer.state === 'paused' || peer.state === 'not_now'
  return (
    <Section id="acts" title={t.personActs}>
      <div class="stack">
        {isAway && (
          <PostButton action={`${path}/return`} main>
            {t.markBack}
          </PostButton>
        )}
        {peer.state !== 'left' && peer.state !== 'paused' && (
          <PostButton action={`${path}/invitation`}>{invitedAt ? t.inviteAgain : t.inviteFirst}</PostButton>
        )}
        {peer.state !== 'left' && (
          <>
            <Disclosure summary={t.markPaused} open={hasErrors(form)}>
              <Form id="pause" action={`${path}/pause`} state={form}>
                <DateField name="untilOn" label={t.pauseDay} value={peer.pausedUntilOn?.toString()} />
                <Buttons>
                  <Button>{t.markPausedDo}</Button>
                </Buttons>
              </Form>
            </Disclosure>
            <ConfirmDetails summary={t.markLeft} warn>
              <p>{t.markLeftSure}</p>
              <PostButton action={`${path}/departure`} warn>
                {t.markLeftDo}
              </PostButton>
            </ConfirmDetails>
          </>
        )}
      </div>
    </Section>
  )
}
