import type { Child, FC } from 'hono/jsx'

export interface PasskeyActProps {
  act: 'add' | 'sign-in'
  /** Where to go when it is done. */
  next: string
  /** What is said when it does not work. */
  failed: string
  children?: Child
}

/** A button for which `islands/passkey.island.ts` asks the browser; hidden where there is no script. */
export const PasskeyAct: FC<PasskeyActProps> = ({ act, next, failed, children }) => (
  <div>
    <passkey-act data-act={act} data-next={next} data-failed={failed} hidden>
      <p class="row">
        <button type="button" class="btn">
          {children}
        </button>
      </p>
      <p role="status" />
    </passkey-act>
  </div>
)
