import { perMinute } from '../core/rate-limits.ts';
import { fileShape } from '../state/file-shape.ts';
import type { Methods } from './method.ts';
import { refuse } from './refusal.ts';

export const fileMethods: Methods = {
  'files.info': {
    token: 'bot',
    scope: 'files:read',
    pace: perMinute(100),
    run: ({ workspace: { store, baseUrl }, args }) => {
      const file = store.state.files?.[args.needed('file', 'file_not_found')] ?? refuse('file_not_found');
      return { file: fileShape(file, baseUrl()) };
    },
  },
};
