import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Tick } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Disclosure } from '../../../ui/sections.tsx'
import { Tag } from '../../../ui/status.tsx'
import type { TopicUse } from '../setup-store.ts'
import { setupWords } from '../setup-words.ts'

/** The vocabulary of the initiative: add, rename, remove what nobody uses. */
export const TopicsForm: FC<{
  c: VisitContext
  initiativeId: string
  topics: TopicUse[]
  state: FormState | undefined
}> = (props) => {
  const { c, initiativeId, topics, state } = props
  const t = setupWords(c.var.locale)
  return (
    <Form
      id="topics"
      action={`/initiatives/${initiativeId}/setup/topics`}
      state={state}
      labelledby="topics-head"
      class="stack stack-5 form"
    >
      {topics.length > 0 && (
        <div>
          <p class="row">
            {topics.map((topic) => (
              <Tag>
                <bdi>{topic.name}</bdi>
              </Tag>
            ))}
          </p>
          <Disclosure
            summary={t.topicsChange}
            open={state !== undefined && Object.keys(state.errors).some((name) => name.startsWith('topic.'))}
          >
            {topics.map((topic, index) => (
              <div>
                <Field
                  name={`topic.${topic.id}`}
                  label={t.topicName({ number: index + 1 })}
                  hint={topic.used > 0 ? t.topicUsed({ count: topic.used }) : undefined}
                  value={topic.name}
                  maxlength={80}
                />
                {topic.used === 0 && (
                  <Tick name="removed" value={topic.id} label={t.topicRemove({ topic: topic.name })} />
                )}
              </div>
            ))}
          </Disclosure>
        </div>
      )}
      <Field
        name="added"
        label={t.topicsAdd}
        hint={topics.length > 0 ? t.topicsAddHint : t.topicsHint}
        rows={4}
        optional
      />
      <Buttons>
        <Button>{t.save}</Button>
      </Buttons>
    </Form>
  )
}
