import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import { PostButton } from '../../../ui/form.tsx'
import { isolate, Isolated } from '../../../ui/isolate.tsx'
import { mostPoints } from '../fit/fit.ts'
import { readWeights } from '../fit/parts.ts'
import { settingsOf } from '../round-settings.ts'
import { stepWords } from '../step-words.ts'
import type { Step } from '../steps-store.ts'
import { words } from '../words.ts'
import type { Workbench } from '../workbench.ts'
import type { AccessedRound } from '../access.ts'
import { type Naming, namesOf, plainNamesOf } from './naming.ts'

export interface ToldProps {
  c: VisitContext
  here: string
  round: AccessedRound
  naming: Naming
  bench: Workbench
  sent: Record<string, string | number>
  /** What the viewer's last act did, in words. */
  did?: string | undefined
}

/** What the last act did and what colleagues did meanwhile, with the way back; it stays in sight while one scrolls. */
export const Told: FC<ToldProps> = (props) => {
  const { naming, bench, did } = props
  const t = stepWords(naming.locale)
  const isSaid = did !== undefined || bench.meanwhile.length > 0
  return (
    <div class={isSaid ? 'told note' : 'told'} data-tone={did === undefined ? 'info' : 'go'}>
      <div id="told" role="status">
        {did !== undefined && <DidAct {...props} did={did} />}
        {bench.meanwhile.length > 0 && (
          <p class="small">
            {did !== undefined && `${t.meanwhile} `}
            <Isolated text={bench.meanwhile.map((step) => sentenceOf(naming, step)).join(' ')} />
            {did === undefined && ` ${t.updated}`}
          </p>
        )}
      </div>
      <BackAndForth {...props} />
    </div>
  )
}

const BackAndForth: FC<ToldProps> = ({ here, naming, bench, sent }) => {
  const t = stepWords(naming.locale)
  const { undo, redo } = bench.steps
  if (!undo && !redo) return null
  const hidden = (step: { revision: number }) => ({ step: step.revision, ...sent })
  return (
    <div class="row tight">
      {undo && (
        <PostButton
          action={`${here}/undo`}
          hidden={hidden(undo)}
          id="undo"
          small
          label={t.undoOf({ step: stepOf(naming, undo) })}
        >
          {t.undo}
        </PostButton>
      )}
      {redo && (
        <PostButton
          action={`${here}/redo`}
          hidden={hidden(redo)}
          id="redo"
          small
          label={t.redoOf({ step: stepOf(naming, redo) })}
        >
          {t.redo}
        </PostButton>
      )}
    </div>
  )
}

/** 'the pin of Ana Morales and Kofi Mensah' */
function stepOf(naming: Naming, { verb, people }: Pick<Step, 'verb' | 'people'>): string {
  const t = stepWords(naming.locale)
  const key = `step ${verb}`
  const told = key in t ? t[key as 'step pin'] : t['step set']
  return told({ names: plainNamesOf(naming, people) })
}

/** 'Amina Haddad pinned Ana Morales and Kofi Mensah.' */
function sentenceOf(naming: Naming, { verb, people, by }: Step): string {
  const t = stepWords(naming.locale)
  const key = `did ${verb}`
  const told = key in t ? t[key as 'did pin'] : t['did score']
  return told({ by: isolate(by ?? t.somebody), names: namesOf(naming, people) })
}

const mostNamed = 4

const DidAct: FC<ToldProps & { did: string }> = ({ did, naming, bench, round }) => {
  const { locale } = naming
  const t = words(locale)
  const { changes } = bench
  const isFirst = changes?.kept === 0 && changes.lost.length === 0
  if (!changes || isFirst) return <p>{did}</p>
  const points =
    Math.round(
      (1000 * (changes.gained ?? 0)) /
        mostPoints(readWeights(round.weights), { ...settingsOf(round), leftOutLast: new Set() }),
    ) / 10
  const size = number(locale, Math.abs(points))
  const named = (groups: string[][]) => ({
    groups: groups
      .slice(0, mostNamed)
      .map((group) => namesOf(naming, group))
      .join('; '),
  })
  return (
    <>
      <p>
        {did} {t.changes({ kept: changes.kept, fresh: changes.fresh.length, lost: changes.lost.length })}{' '}
        {points > 0 && t.gained({ points: size })}
        {points < 0 && t.cost({ points: size })}
      </p>
      {changes.kept > 0 && changes.fresh.length > 0 && (
        <p class="small">
          <Isolated text={t.come(named(changes.fresh))} />
        </p>
      )}
      {changes.lost.length > 0 && (
        <p class="small">
          <Isolated text={t.gone(named(changes.lost))} />
        </p>
      )}
    </>
  )
}
