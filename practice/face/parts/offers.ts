import { readFileSync } from 'node:fs';
import { type Json, objectIn, objectsIn, textIn } from '../../json.ts';
import type { Offers } from '../scene.ts';

const MANIFEST = new URL('../../../manifests/development.json', import.meta.url);

/** The app's shortcuts and commands, as its manifest gives them to Slack. */
export function readOffers(): Offers {
  const features = objectIn(objectIn(JSON.parse(readFileSync(MANIFEST, 'utf8'))).features);
  return {
    shortcuts: objectsIn(features.shortcuts).map((each) => ({
      id: word(each, 'callback_id'),
      name: word(each, 'name'),
      kind: each.type === 'message' ? 'message' : 'global',
      description: word(each, 'description'),
    })),
    commands: objectsIn(features.slash_commands).map((each) => ({
      command: word(each, 'command'),
      description: word(each, 'description'),
      hint: word(each, 'usage_hint'),
    })),
  };
}

function word(from: Json, key: string): string {
  return textIn(from[key]) ?? '';
}
