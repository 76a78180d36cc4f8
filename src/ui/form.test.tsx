import { expect, test } from 'vitest'
import { Choice, Scale, Tick } from './choice.tsx'
import { DateField } from './date-field.tsx'
import { Field } from './field.tsx'
import { emptyForm, type FormState } from './form-state.ts'
import { Button, ConfirmDetails, ErrorSummary, Form, PostButton } from './form.tsx'
import { render } from './layout.tsx'

const languages = [
  { value: 'ar', label: 'العربية', lang: 'ar' },
  { value: 'fr', label: 'Français', lang: 'fr' },
]

test('a form posts with a key of its own and leaves checking to us', async () => {
  const form = () => render(<Form action="/people" hidden={{ season: 3 }} />)
  const [one, other] = await Promise.all([form(), form()])
  expect(one).toMatch(/^<form method="post" action="\/people" novalidate=""/)
  expect(one).toContain('<input type="hidden" name="season" value="3"/>')
  const key = /name="_key" value="([0-9a-f-]{36})"/
  expect(one.match(key)?.[1]).toBeDefined()
  expect(one.match(key)?.[1]).not.toBe(other.match(key)?.[1])
  expect(await render(<Form action="/find" method="get" />)).not.toContain('_key')
})

test('a label and a hint belong to their field', async () => {
  const form = await render(
    <Form action="/people">
      <Field name="name" label="Full name" hint="As on the visa letter" autocomplete="name" />
    </Form>,
  )
  expect(form).toContain('<label for="name">Full name</label>')
  expect(form).toMatch(/<input id="name" name="name" autocomplete="name" aria-describedby="name-hint"/)
  expect(form).toContain('<p class="hint" id="name-hint">As on the visa letter</p>')
})

test('a mistake stands at its field, is linked to it, and what was typed is still there', async () => {
  const state: FormState = {
    values: { email: 'olfa@"monastir', note: '\nfirst\nsecond </textarea>', country: 'SN' },
    errors: { email: 'Enter an address with a full domain' },
  }
  const form = await render(
    <Form action="/people" state={state}>
      <Field name="email" label="E-mail" type="email" value="old@city.tn" hint="We write once" />
      <Field name="note" label="Note" rows={3} optional />
      <Field
        name="country"
        label="Country"
        options={[
          { value: 'TN', label: 'Tunisia' },
          { value: 'SN', label: 'Senegal' },
        ]}
      />
    </Form>,
  )
  expect(form).toContain('aria-invalid="true" aria-describedby="email-hint email-error" type="email"')
  expect(form).toContain('value="olfa@&quot;monastir"')
  expect(form).toMatch(/id="email-error">.*<span class="vh">Error: <\/span>Enter an address with a full domain/)
  expect(form).toContain('>\n\nfirst\nsecond &lt;/textarea&gt;</textarea>')
  expect(form).toContain('<option value="SN" selected="">Senegal</option>')
  expect(form).toContain('<span class="opt">(optional)</span>')
})

test('the summary links each message to its field, and says the rest without a link', async () => {
  const state: FormState = {
    values: {},
    errors: { 'until.d': 'Too early', _form: 'Somebody else changed this' },
  }
  const summary = await render(<ErrorSummary state={state} form="new" />)
  expect(summary).toContain('<a href="#new-until-d">Too early</a>')
  expect(summary).toContain('<li>Somebody else changed this</li>')
  expect(await render(<ErrorSummary state={emptyForm} />)).toBe('')
})

test('the same name in two forms of a page gets two ids', async () => {
  const one = await render(
    <Form action="/a" id="first">
      <Field name="note" label="Note" />
    </Form>,
  )
  expect(one).toContain('<label for="first-note">')
  expect(one).toContain('id="first-note" name="note"')
})

test('what was ticked comes back ticked, also when nothing was', async () => {
  const choice = (state: FormState) =>
    render(
      <Form action="/a" state={state}>
        <Choice name="lang" label="Languages" many options={languages} value={['ar']} />
        <Tick name="keep" label="Same every week" checked />
      </Form>,
    )
  const ticked = (html: string) => [...html.matchAll(/value="(\w+)" checked=""/g)].map(([, value]) => value)
  expect(ticked(await choice(emptyForm))).toEqual(['ar', 'yes'])
  expect(ticked(await choice({ values: { lang: ['ar', 'fr'] }, errors: {} }))).toEqual(['ar', 'fr'])
  expect(ticked(await choice({ values: { lang: 'fr', keep: 'yes' }, errors: {} }))).toEqual(['fr', 'yes'])
})

test('a group has its question as legend and its first control where the summary points', async () => {
  const form = await render(
    <Form action="/a" state={{ values: {}, errors: { lang: 'Choose one' } }}>
      <Choice name="lang" label="Language" options={languages} hint="For mails" />
    </Form>,
  )
  expect(form).toContain('<fieldset class="field bad" aria-describedby="lang-hint lang-error">')
  expect(form).toContain('<legend>Language</legend>')
  expect(form).toMatch(/<input type="radio" id="lang" name="lang" value="ar"\/><span lang="ar">/)
})

test('the ends of a scale are read with its first and last step', async () => {
  const scale = await render(
    <Form action="/a" state={{ values: { useful: '4' }, errors: {} }}>
      <Scale name="useful" label="How useful?" low="Not at all" high="Very" />
    </Form>,
  )
  expect(scale).toMatch(/value="1"\/>1<span class="vh"> Not at all<\/span>/)
  expect(scale).toMatch(/value="5"\/>5<span class="vh"> Very<\/span>/)
  expect(scale).toMatch(/value="4" checked=""/)
})

test('a date is shown in its parts, from the day known or from what was typed', async () => {
  const date = (state: FormState) =>
    render(
      <Form action="/a" state={state}>
        <DateField name="until" label="Valid until" value="2027-06-05" />
      </Form>,
    )
  const shown = (html: string) => [...html.matchAll(/inputmode="numeric" value="(\w*)"/g)].map(([, value]) => value)
  expect(shown(await date(emptyForm))).toEqual(['5', '6', '2027'])
  expect(shown(await date({ values: { 'until.d': '31', 'until.m': 'x', 'until.y': '' }, errors: {} }))).toEqual([
    '31',
    'x',
    '',
  ])
  expect(await date(emptyForm)).toContain('<label for="until">Day</label>')
})

test('a button is a link where it leads somewhere, and a form where it does something', async () => {
  expect(await render(<Button href="/new">Plan</Button>)).toBe('<a class="btn" href="/new">Plan</a>')
  const post = await render(
    <PostButton action="/sessions/7/cancellation" hidden={{ reason: '"x"' }} warn label="Cancel: Tuesday">
      Cancel
    </PostButton>,
  )
  expect(post).toContain('action="/sessions/7/cancellation"')
  expect(post).toContain('name="reason" value="&quot;x&quot;"')
  expect(post).toContain('<button class="btn warn" aria-label="Cancel: Tuesday">Cancel</button>')
})

test('an act to be confirmed opens before it can be done', async () => {
  const act = await render(
    <ConfirmDetails summary="Close" warn>
      <PostButton action="/x">Close it</PostButton>
    </ConfirmDetails>,
  )
  expect(act).toMatch(/^<details class="act"><summary class="btn warn">Close<\/summary>/)
})
