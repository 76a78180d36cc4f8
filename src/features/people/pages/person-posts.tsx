import type { FC } from 'hono/jsx'
import { dayIn, formatDate } from '../../../platform/clock.ts'
import { newFormKey } from '../../../platform/web/act.tsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Lines } from '../../../ui/lists.tsx'
import { Disclosure, Section } from '../../../ui/sections.tsx'
import { Post } from '../parts.tsx'
import { organisationKinds, organisationSizes } from '../organisation-kinds.ts'
import type { PersonRecord, RecordedPost } from '../person-record.ts'
import { isOpen } from '../posts.ts'
import { words } from '../words.ts'
import type { SentBack } from './edit-person.tsx'

interface Props {
  c: VisitContext
  person: PersonRecord
  initiativeId: string | undefined
  sentBack?: SentBack
}

/** The posts of a person, each to be changed or ended, and room for another. */
export const PostsSection: FC<Props> = ({ c, person, initiativeId, sentBack }) => {
  const { locale, world } = c.var
  const t = words(locale)
  const today = dayIn(person.zone, world.clock.now())
  const path = (rest: string) => `/people/${person.id}/posts${rest}${initiativeId ? `?in=${initiativeId}` : ''}`
  const stateOf = (form: string) => (sentBack?.form === form ? sentBack.state : undefined)
  const items = person.posts.map((post) => ({
    title: <Post locale={locale} post={post} />,
    children: (
      <>
        <Disclosure summary={t.postEdit} open={stateOf(`post-${post.id}`) !== undefined}>
          <PostForm
            c={c}
            id={`post-${post.id}`}
            action={path(`/${post.id}`)}
            state={stateOf(`post-${post.id}`)}
            post={post}
          />
        </Disclosure>
        {isOpen(post, today) && (
          <Disclosure summary={t.postEnd} open={stateOf(`end-${post.id}`) !== undefined}>
            <Form
              id={`end-${post.id}`}
              action={path(`/${post.id}/ending`)}
              state={stateOf(`end-${post.id}`)}
              idempotencyKey={newFormKey()}
            >
              <Field name="lastDay" label={t.endsOn} hint={t.postEndHint} optional />
              <Buttons>
                <Button>{t.postEnd}</Button>
              </Buttons>
            </Form>
          </Disclosure>
        )}
      </>
    ),
  }))
  return (
    <Section title={t.posts} id="posts">
      {items.length > 0 ? <Lines items={items} /> : <p>{t.postsNone}</p>}
      <Disclosure summary={t.postAdd} open={stateOf('post-add') !== undefined || items.length === 0}>
        <PostForm c={c} id="post-add" action={path('')} state={stateOf('post-add')} />
      </Disclosure>
    </Section>
  )
}

interface PostFormProps {
  c: VisitContext
  id: string
  action: string
  state: FormState | undefined
  post?: RecordedPost
}

const PostForm: FC<PostFormProps> = ({ c, id, action, state, post }) => {
  const { locale } = c.var
  const t = words(locale)
  const day = (date: Temporal.PlainDate | null | undefined) => (date ? formatDate(locale, date) : '')
  return (
    <Form id={id} action={action} state={state ?? emptyForm} idempotencyKey={newFormKey()}>
      <div class="two">
        <Field name="organisation" label={t.organisation} value={post?.organisation} dir="auto" />
        <Field name="title" label={t.title} value={post?.title} dir="auto" optional />
        <Field
          name="organisationKind"
          label={t.organisationKind}
          hint={t.organisationFactsHint}
          value={post?.organisationKind ?? ''}
          options={[
            { value: '', label: t.notKnown },
            ...organisationKinds.map((value) => ({ value, label: t[`kind ${value}`] })),
          ]}
        />
        <Field
          name="organisationSize"
          label={t.organisationSize}
          value={post?.organisationSize ?? ''}
          options={[
            { value: '', label: t.notKnown },
            ...organisationSizes.map((value) => ({ value, label: t[`size ${value}`] })),
          ]}
        />
        <Field
          name="reportsTo"
          type="email"
          label={t.reportsTo}
          hint={t.reportsToHint}
          value={post?.superior?.email}
          autocomplete="off"
          optional
        />
        <Field name="startsOn" label={t.startsOn} hint={t.dayHint} value={day(post?.startsOn)} optional />
        <Field name="endsOn" label={t.endsOn} hint={t.dayHint} value={day(post?.endsOn)} optional />
      </div>
      <Buttons>
        <Button>{post ? t.save : t.postAdd}</Button>
      </Buttons>
    </Form>
  )
}
