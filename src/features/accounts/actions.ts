import type { World } from '../../platform/work.ts'

/** A link that signs a member of staff in, for an operator without mail. @returns null when nobody has this address */
export async function operatorSignInLink(world: World, email: string): Promise<string | null> {
  const code = await world.signIn.makeCode(email)
  return `${world.settings.baseUrl}/sign-in/code?${new URLSearchParams({ address: email, code })}`
}
