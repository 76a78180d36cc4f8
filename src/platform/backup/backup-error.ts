import { StartError } from '../database/start-error.ts'

/** A reason why a backup cannot be made or restored, in one sentence for the operator. Nothing was changed. */
export class BackupError extends StartError {
  override name = 'BackupError'
}
