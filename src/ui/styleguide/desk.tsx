import type { FC } from 'hono/jsx'
import { Field } from '../field.tsx'
import { Figures } from '../figures.tsx'
import { Button, Form, PostButton } from '../form.tsx'
import { Rhythm } from '../rhythm.tsx'
import { Section } from '../sections.tsx'
import { Spark } from '../spark.tsx'
import { Tag } from '../status.tsx'
import { Todo } from '../todo.tsx'

export const Desk: FC = () => (
  <Section title="Follow-ups" id="desk" count={3} more={{ href: '#all', label: 'All 22 pairs' }}>
    <Figures
      items={[
        {
          label: 'In contact, last 30 days',
          value: 39,
          of: 'of 48',
          note: '1 more than last week',
          tone: 'go',
          chart: <Spark values={[48, 44, 40, 37, 39]} label="Fell from 48 to 37, now 39" />,
        },
        { label: 'Pairs in rhythm', value: 18, of: 'of 22', note: '4 are drifting', tone: 'wait' },
        {
          label: 'Mandates to season’s end',
          value: 41,
          of: 'of 48',
          note: '3 lapse within 30 days',
          tone: 'stop',
        },
      ]}
    />
    <Todo
      items={[
        {
          heading: (
            <>
              <a href="#p">Leïla Ben Salah</a>, Sfax and <a href="#p">Omar El Idrissi</a>, Agadir
            </>
          ),
          why: 'Silent for 34 days; they used to talk every two weeks. Both are free on Thursday at 10:00 UTC.',
          mark: (
            <Rhythm weeks={[3, 2, 0, 3, 0, 2, 0, 0, 0, 0, 0]} label="Four of eleven weeks, none since 21 October" />
          ),
          urgent: true,
          act: (
            <PostButton action="#" small wide label="Propose Thursday: Leïla and Omar">
              Propose Thursday
            </PostButton>
          ),
        },
        {
          heading: (
            <>
              <a href="#p">Koffi Kouassi</a>, Bouaké and <a href="#p">Luc Tremblay</a>, Gatineau
            </>
          ),
          why: 'Silent for 22 days. Their shared draft has not changed since 2 November.',
          mark: <Rhythm weeks={[2, 1, 2, 0, 3, 0, 2, 2, 0, 0, 0]} label="Six of eleven weeks" />,
          edit: {
            label: 'Ask how it goes',
            children: (
              <Form action="#" id="ask" class="stack stack-2">
                <Field
                  name="text"
                  label="What they will read"
                  rows={3}
                  value="Dear Koffi, dear Luc, how is the draft?"
                />
                <Button main>Send to both</Button>
              </Form>
            ),
          },
        },
        {
          heading: <a href="#p">Grace Wanjiru</a>,
          why: 'Her authority lapses soon; James Kiprotich has not answered.',
          mark: <Tag tone="stop">30 Nov</Tag>,
          act: (
            <PostButton action="#" small wide>
              Send renewal
            </PostButton>
          ),
          edit: { label: 'Change the letter', children: <p>The text to change stands here.</p> },
        },
      ]}
    />
  </Section>
)
