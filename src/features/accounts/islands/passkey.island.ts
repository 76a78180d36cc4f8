// Adds a passkey or signs in with one. Without script, or where the browser knows no passkeys, the element stays hidden
// and everything works by mailed codes.

const calls = '/api/auth/passkey/'

class PasskeyAct extends HTMLElement {
  connectedCallback(): void {
    if (typeof PublicKeyCredential === 'undefined' || !('parseCreationOptionsFromJSON' in PublicKeyCredential)) return
    this.hidden = false
    this.querySelector('button')?.addEventListener('click', () => void this.press())
  }

  async press(): Promise<void> {
    const button = this.querySelector('button')
    this.say('')
    button?.setAttribute('aria-busy', 'true')
    try {
      await (this.dataset.act === 'add' ? add() : signIn())
      location.assign(this.dataset.next ?? '/')
    } catch {
      this.say(this.dataset.failed ?? '')
    } finally {
      button?.removeAttribute('aria-busy')
    }
  }

  say(sentence: string): void {
    const place = this.querySelector('[role=status]')
    if (place) place.textContent = sentence
  }
}

async function add(): Promise<void> {
  const options: PublicKeyCredentialCreationOptionsJSON = await ask('generate-register-options')
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  await send('verify-registration', await navigator.credentials.create({ publicKey }))
}

async function signIn(): Promise<void> {
  const options: PublicKeyCredentialRequestOptionsJSON = await ask('generate-authenticate-options')
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  await send('verify-authentication', await navigator.credentials.get({ publicKey }))
}

async function ask<T>(call: string): Promise<T> {
  const answer = await fetch(calls + call, { headers: { accept: 'application/json' } })
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('application/json')) throw new Error(call)
  return (await answer.json()) as T
}

async function send(call: string, credential: Credential | null): Promise<void> {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey')
  const answer = await fetch(calls + call, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response: credential.toJSON() }),
  })
  if (!answer.ok) throw new Error(call)
}

customElements.define('passkey-act', PasskeyAct)
