import type { Child, FC } from 'hono/jsx'
import { Meter } from './figures.tsx'
import { Button, Form } from './form.tsx'
import { Icon, type IconName } from './icons.tsx'

export interface Criterion {
  /** Name of the weight in the form. */
  name: string
  label: string
  /** Above a bar on a phone, where there is little room. */
  short: string
  weight: number
}

export interface PairAct {
  label: string
  /** Spoken; begins with the label and names the pair. */
  spoken: string
  /** Where a POST does it; or `href`, where a page asks for more. */
  action?: string | undefined
  href?: string | undefined
  pressed?: boolean | undefined
  icon?: IconName | undefined
}

export interface ProposedPair {
  /** Unique on the page: where an act leads back to. */
  id?: string | undefined
  names: Child
  about?: Child
  why: Child
  /** 0 to 100 for each criterion, in their order; null where nothing is known. */
  parts: (number | null)[]
  fit: number | string
  pinned?: boolean | undefined
  acts: PairAct[]
  /** Sent with each act of this pair. */
  hidden?: Record<string, string | number> | undefined
}

export interface PairsProps {
  criteria: Criterion[]
  pairs: ProposedPair[]
  /** Where the weights are sent. */
  action: string
  hidden?: Record<string, string | number> | undefined
  words: { weights: string; counts: string; again: string; fit: string; exact: string; unknown: string }
  highest?: number | undefined
}

/** The matching workbench: one grid, so that each weight stands above the bars it moves. */
export const Pairs: FC<PairsProps> = (props) => (
  <div class="cq">
    <div class={`pairs n${props.criteria.length}`}>
      <Weights {...props} />
      <ol>
        {props.pairs.map((pair) => (
          <li id={pair.id} class={pair.pinned ? 'pinned' : undefined}>
            <div>
              <h3>{pair.names}</h3>
              {pair.about && <p class="small muted">{pair.about}</p>}
              <p class="why">{pair.why}</p>
            </div>
            <Parts pair={pair} criteria={props.criteria} unknown={props.words.unknown} />
            <p class="fit">
              <small>{props.words.fit} </small>
              {pair.fit}
            </p>
            <Acts pair={pair} hidden={props.hidden} />
          </li>
        ))}
      </ol>
    </div>
    <ExactWeights {...props} />
  </div>
)

const Weights: FC<PairsProps> = ({ criteria, action, hidden, words, highest }) => (
  <Form action={action} hidden={hidden} class="weights" label={words.weights}>
    <p class="small muted">{words.counts}</p>
    {criteria.map(({ name, label, weight }) => (
      <div class="crit">
        <label for={`weight-${name}`}>{label}</label>
        <input type="range" id={`weight-${name}`} name={name} min="0" max={highest ?? 5} value={weight} />
      </div>
    ))}
    <Button small>{words.again}</Button>
  </Form>
)

/** The same weights to be typed, for those whom a slider does not suit. */
const ExactWeights: FC<PairsProps> = ({ criteria, action, hidden, words, highest }) => (
  <details class="gap-2">
    <summary class="sumy">{words.exact}</summary>
    <Form action={action} hidden={hidden} class="row bottom gap-2" label={words.exact}>
      {criteria.map(({ name, label, weight }) => (
        <div class="field">
          <label for={`exact-${name}`}>{label}</label>
          <input type="number" class="w4" id={`exact-${name}`} name={name} min="0" max={highest ?? 5} value={weight} />
        </div>
      ))}
      <Button>{words.again}</Button>
    </Form>
  </details>
)

const Parts: FC<{ pair: ProposedPair; criteria: Criterion[]; unknown: string }> = ({ pair, criteria, unknown }) => (
  <dl class="parts">
    {criteria.map((criterion, index) => {
      const part = pair.parts[index] ?? null
      return (
        <div>
          <dt>{criterion.short}</dt>
          <dd>
            {part === null ? (
              <span class="muted">{unknown}</span>
            ) : (
              <>
                {part}
                <Meter value={part} low={50} label={criterion.label} />
              </>
            )}
          </dd>
        </div>
      )
    })}
  </dl>
)

const Acts: FC<{ pair: ProposedPair; hidden: PairsProps['hidden'] }> = ({ pair, hidden }) => (
  <Form
    action={pair.acts.find(({ action }) => action)?.action ?? '.'}
    hidden={{ ...hidden, ...pair.hidden }}
    class="row tight"
  >
    {pair.acts.map((act) => (
      <Button small href={act.href} formaction={act.action} pressed={act.pressed} label={act.spoken}>
        {act.icon && <Icon name={act.icon} />}
        {act.label}
      </Button>
    ))}
  </Form>
)
