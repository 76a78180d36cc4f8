import type { FC } from 'hono/jsx'
import { Scale } from '../choice.tsx'
import { Field } from '../field.tsx'
import { Button, Buttons, Form, PostButton } from '../form.tsx'
import { Icon } from '../icons.tsx'
import { Page } from '../layout.tsx'
import { Lines, Steps } from '../lists.tsx'
import { Rhythm } from '../rhythm.tsx'
import { Card, PageHead, Section, Sections } from '../sections.tsx'
import { Face } from '../status.tsx'
import { englishTexts } from '../texts.ts'

/** A peer's page as it might be: what the byte budget is measured on. */
export const PeerHomeSample: FC = () => (
  <Page
    title="This week"
    body="calm"
    texts={englishTexts}
    lang="en"
    me={{ name: 'Kofi Mensah', href: '#me' }}
    footer={{
      links: [
        { href: '#help', label: 'Help' },
        { href: '#privacy', label: 'Privacy' },
        { href: '#access', label: 'Accessibility' },
      ],
      languageAction: { action: '/language', back: '/my' },
      languages: [
        { lang: 'en', name: 'English', current: true },
        { lang: 'fr', name: 'Français' },
        { lang: 'es', name: 'Español' },
        { lang: 'ar', name: 'العربية' },
      ],
    }}
  >
    <Sections>
      <PageHead
        title="Good morning, Kofi"
        lead="About three minutes this week. You can also answer everything by e-mail."
      />
      <Next />
      <Questions />
      <Pair />
      <Objective />
      <Ideas />
    </Sections>
  </Page>
)

const Next: FC = () => (
  <Card title="Reading a budget aloud" id="next" over="Thursday 26 November, 14:00 in Kumasi">
    <p class="gap-2">45 minutes, with 22 peers. Nadia from Alexandria reads hers to us; we say where we got lost.</p>
    <Form action="/sessions/7/answer" labelledby="next" class="answers gap-s">
      <Button main name="answer" value="yes">
        <Icon name="check" />I will come
      </Button>
      <Button name="answer" value="phone">
        <Icon name="phone" />
        By phone
      </Button>
      <Button name="answer" value="no">
        <Icon name="x" />I cannot
      </Button>
    </Form>
    <p class="small muted gap-2">No bandwidth? Call +233 30 555 0142. It costs you nothing.</p>
  </Card>
)

const Questions: FC = () => (
  <Section title="Three questions" id="check">
    <Form action="/pulse/7">
      <Scale name="useful" label="How useful were the last two weeks for your work?" low="Not at all" high="Very" />
      <Scale name="trust" label="Could you tell your pair about a failure?" low="No" high="Easily" />
      <Field name="used" label="What did you use at work?" hint="One line is plenty." rows={2} />
      <Button main>Send my answers</Button>
    </Form>
  </Section>
)

const Pair: FC = () => (
  <Section title="My pair" id="pair">
    <div class="media mid-y">
      <Face name="Ana Morales" />
      <div>
        <h3>
          <a href="/people/ana">Ana Morales</a>
        </h3>
        <p class="muted">Medellín. You spoke 12 days ago.</p>
      </div>
    </div>
    <div class="gap-s">
      <Rhythm big weeks={[2, 3, 0, 2, 3, 0, 2, 2, 3, 0, 0]} label="You spoke in seven of eleven weeks" />
      <p class="ends">
        <span>September</span>
        <span>this week</span>
      </p>
    </div>
    <Buttons>
      <Button href="/sessions/new">
        <Icon name="cal" />
        Find a time
      </Button>
      <Button bare href="/threads/7">
        Write to Ana
      </Button>
    </Buttons>
  </Section>
)

const Objective: FC = () => (
  <Section title="My objective" id="objective" more={{ href: '/objective', label: 'Change' }}>
    <p>Publish a four-page citizens’ budget for Kumasi by 31 March.</p>
    <div class="gap-s">
      <Steps
        items={[
          { label: 'Read three budgets from other cities', state: 'done' },
          { label: 'Choose ten questions with residents', state: 'done' },
          { label: 'Write the first draft with Ana, by 11 December', state: 'current' },
          { label: 'Read it aloud in two wards' },
          { label: 'Publish' },
        ]}
      />
    </div>
  </Section>
)

const ideas = [
  { title: 'The budget as a voice note', who: 'Fatou, Saint-Louis. 4 would join.' },
  { title: 'Let residents mark the draft', who: 'Diego, Valparaíso. 9 would join.' },
]

const Ideas: FC = () => (
  <Section title="Ideas from peers" id="ideas">
    <Lines
      items={ideas.map(({ title, who }) => ({
        title: <b>{title}</b>,
        children: <p class="muted">{who}</p>,
        act: (
          <PostButton action="/ideas/7/support" label={`Join: ${title}`}>
            Join
          </PostButton>
        ),
      }))}
    />
    <Button wide href="/ideas/new" class="gap-2">
      <Icon name="bulb" />
      Suggest something
    </Button>
  </Section>
)
