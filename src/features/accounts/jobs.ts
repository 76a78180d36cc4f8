import type { JobKind } from '../../platform/jobs/jobs.ts'
import { type CodeRequest, sendSignInCode } from './actions.ts'

export const signInCodeJob: JobKind<CodeRequest> = { name: 'sign-in.code', run: sendSignInCode }
