import { secretTroubles } from '../key-check.ts';
import { rotateKeys, sealedByKey } from '../members/index.ts';
import { Usage } from './command.ts';
import { withStored } from './stored.ts';

const USAGE = `Use: npm run keys -- status   which keys stored member IDs are sealed with
     npm run keys -- rotate   seals them all with the first of ENCRYPTION_KEYS, while the app runs`;

const TELL_EVERY = 10_000;

process.exitCode = await withStored(async (deps) => {
  switch (process.argv[2] ?? '') {
    case 'status':
      return await status(deps);
    case 'rotate':
      return await rotate(deps);
    default:
      throw new Usage(USAGE);
  }
});

type Deps = Parameters<typeof secretTroubles>[0];

async function status(deps: Deps): Promise<0 | 1> {
  const counts = await sealedByKey(deps.db);
  for (const { keyId, count } of counts) {
    console.log(`${keyId}${keyId === deps.vault.keys.current ? ' (current)' : ''}: ${count}`);
  }
  if (counts.length === 0) console.log('No member ID is stored yet.');
  const troubles = await secretTroubles(deps);
  for (const trouble of troubles) console.error(trouble);
  return troubles.length === 0 ? 0 : 1;
}

async function rotate(deps: Deps): Promise<0 | 1> {
  const { current } = deps.vault.keys;
  const troubles = await secretTroubles(deps);
  for (const trouble of troubles) console.error(trouble);
  if (troubles.length > 0) return 1;

  let told = 0;
  const { resealed, unreadable } = await rotateKeys(deps, {
    onBatch: (count) => {
      if (count - told < TELL_EVERY) return;
      told = count;
      console.log(`${count} sealed anew so far`);
    },
  });
  for (const ref of unreadable)
    console.error(`Member ${ref} can't be opened with any key, and was left as it is.`);
  console.log(`Done: ${resealed} sealed anew. What can be opened is sealed with ${current}.`);
  return unreadable.length === 0 ? 0 : 1;
}
