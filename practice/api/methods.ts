import { channelChangeMethods } from './channel-changes.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { historyMethods } from './history.ts';
import type { Methods } from './method.ts';
import { peopleMethods } from './people.ts';
import { reactionMethods } from './reactions.ts';
import { teamMethods } from './team.ts';
import { viewMethods } from './views.ts';

/** Every Web API method that the workspace knows. */
export const METHODS: Methods = {
  ...teamMethods,
  ...chatMethods,
  ...conversationMethods,
  ...channelChangeMethods,
  ...historyMethods,
  ...peopleMethods,
  ...viewMethods,
  ...reactionMethods,
  ...fileMethods,
};
