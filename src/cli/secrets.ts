import { parseSecrets, type SecretsConfig } from '../config.ts';
import { keptSecrets } from '../practice-secrets.ts';
import { Usage } from './command.ts';

/** The secrets of the environment or, where `connectionFrom` finds a practice mode, those that it made for itself. */
export async function secretsFrom(env: Readonly<Record<string, string | undefined>>): Promise<SecretsConfig> {
  if ((env['DATABASE_URL'] ?? '') !== '') return parseSecrets(env);
  const kept = await keptSecrets(env['DATA_DIR'] ?? '.data');
  if (!kept)
    throw new Usage('Set DATABASE_URL and the secrets, or start practice mode in this folder first.');
  return kept;
}
