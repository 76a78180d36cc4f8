import type { FC } from 'hono/jsx'
import { Choice, Scale, Tick } from '../choice.tsx'
import { DateField } from '../date-field.tsx'
import { Field } from '../field.tsx'
import { Button, ConfirmDetails, Form, PostButton } from '../form.tsx'
import type { FormState } from '../form-state.ts'
import { Icon } from '../icons.tsx'
import { Section } from '../sections.tsx'

export const Buttons: FC = () => (
  <Section title="Buttons" id="buttons" aside="One main button a group; a verb, then its object">
    <div class="stack stack-2">
      <p class="row">
        <Button main>Renew authority</Button>
        <Button>Renew with changes</Button>
        <Button bare>Not now</Button>
        <Button warn>
          <Icon name="x" />
          Forbid this pair
        </Button>
        <Button disabled>Sent</Button>
      </p>
      <p class="row">
        <Button small pressed>
          <Icon name="pin" />
          Pinned
        </Button>
        <Button small pressed={false}>
          Pin
        </Button>
        <Button small href="#swap">
          Swap
        </Button>
        <Button small class="icon" label="Print">
          <Icon name="print" />
        </Button>
      </p>
      <div class="row">
        <PostButton action="#" hidden={{ id: 7 }}>
          A form of one button
        </PostButton>
        <ConfirmDetails summary="Close this connection" warn>
          <p>Both get a last mail that says why, and the rhythm watch ends.</p>
          <PostButton action="#" main>
            Close it and tell both
          </PostButton>
        </ConfirmDetails>
      </div>
    </div>
  </Section>
)

/** A form that came back: two mistakes, and everything that was typed. */
export const mistaken: FormState = {
  values: {
    hours: 'two',
    'until.d': '30',
    'until.m': '6',
    'until.y': '2026',
    city: 'Bizerte',
    via: 'mail',
    useful: '4',
  },
  errors: {
    hours: 'Hours a week must be a number from 0.5 to 8, like 2',
    until: 'The mandate must end after today, 24 November 2026',
  },
}

export const Fields: FC = () => (
  <Section title="Fields" id="fields" aside="Label, hint, error, control, in this order">
    <Form action="#" state={mistaken} label="Example of a form that came back" class="two">
      <div class="stack">
        <Field name="city" label="City" autocomplete="address-level2" />
        <Field
          name="country"
          label="Country"
          options={[
            { value: 'TN', label: 'Tunisia' },
            { value: 'SN', label: 'Senegal' },
          ]}
        />
        <Field name="objective" label="Objective" optional hint="One sentence with a date." rows={2} />
        <Tick name="keep" label="Same every week" />
      </div>
      <div class="stack">
        <Field name="hours" label="Hours a week" inputmode="decimal" width={4} />
        <DateField name="until" label="Valid until" hint="For example 30 6 2027, the season’s end." />
        <Choice
          name="via"
          label="How you take part"
          options={[
            { value: 'mail', label: 'By e-mail' },
            { value: 'phone', label: 'By phone' },
          ]}
        />
        <Scale name="useful" label="How useful was it?" low="Not at all" high="Very" />
        <Button main>Save</Button>
      </div>
    </Form>
  </Section>
)
