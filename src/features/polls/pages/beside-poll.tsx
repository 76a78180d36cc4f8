import type { FC } from 'hono/jsx'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Field } from '../../../ui/field.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, ConfirmDetails, Form, PostButton } from '../../../ui/form.tsx'
import { Note, Section } from '../../../ui/sections.tsx'
import type { PollPerson } from '../people-store.ts'
import { Removal } from './guests.tsx'
import { words } from '../words.ts'

interface Below {
  here: string
  locale: Locale
}

export const Inviting: FC<{ action: string; locale: Locale; state: FormState | undefined }> = (props) => {
  const t = words(props.locale)
  return (
    <Section id="invite" title={t.invite}>
      <Form action={props.action} state={props.state ?? emptyForm}>
        <Field name="addresses" label={t.addresses} hint={t.addressesHint} rows={4} />
        <Buttons>
          <Button main>{t.inviteSend}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

/** The address to pass on: shown once when it is made, ended for all at once. */
export const Sharing: FC<Below & { shared: number; address: string | undefined; isOpen: boolean }> = (props) => {
  const { here, locale, shared, address } = props
  const t = words(locale)
  return (
    <Section id="share" title={t.share}>
      <div class="stack">
        {address === undefined ? (
          <p>{t.shareWhy}</p>
        ) : (
          <Note tone="go" status>
            <p>{t.shareOnce}</p>
            <p>
              <code dir="ltr">{address}</code>
            </p>
          </Note>
        )}
        {shared > 0 && <p>{t.shareLive({ count: shared })}</p>}
        <div class="row">
          {props.isOpen && <PostButton action={`${here}/links`}>{t.shareMake}</PostButton>}
          {shared > 0 && (
            <ConfirmDetails summary={t.shareEnd} bare>
              <p>{t.shareEndWhy}</p>
              <PostButton action={`${here}/links/removal`} warn>
                {t.shareEnd}
              </PostButton>
            </ConfirmDetails>
          )}
        </div>
      </div>
    </Section>
  )
}

/** Who was invited and has not answered. */
export const Missing: FC<Below & { people: PollPerson[]; isOpen: boolean }> = ({ here, locale, people, isOpen }) => {
  const t = words(locale)
  if (people.length === 0) return null
  return (
    <Section id="missing" title={t.missing} count={people.length}>
      <ul class="tasks">
        {people.map(({ id, name, email }) => (
          <li>
            <span>
              {name && <bdi>{name}</bdi>}
              <span class={name ? 'small muted block' : undefined}>{email}</span>
            </span>
            <Removal here={here} id={id} name={name || email} t={t} />
          </li>
        ))}
      </ul>
      {isOpen && (
        <div class="gap-2">
          <PostButton action={`${here}/reminders`}>{t.remind}</PostButton>
        </div>
      )}
    </Section>
  )
}

export const Ending: FC<Below & { state: string }> = ({ here, locale, state }) => {
  const t = words(locale)
  return (
    <Section id="ending" title={t.ending}>
      <div class="stack">
        {state === 'open' && <PostButton action={`${here}/closing`}>{t.close}</PostButton>}
        {state === 'closed' && <PostButton action={`${here}/opening`}>{t.reopen}</PostButton>}
        {state === 'decided' && (
          <ConfirmDetails summary={t.undecide}>
            <p>{t.undecideWhy}</p>
            <PostButton action={`${here}/decision/removal`} warn>
              {t.undecide}
            </PostButton>
          </ConfirmDetails>
        )}
        <ConfirmDetails summary={t.remove} bare>
          <p>{t.removeWhy}</p>
          <PostButton action={`${here}/removal`} warn>
            {t.remove}
          </PostButton>
        </ConfirmDetails>
      </div>
    </Section>
  )
}
