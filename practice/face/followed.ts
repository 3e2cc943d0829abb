import type { WorkspaceClient } from '../client.ts';
import type { Look } from './scene.ts';

/** The same client, which tells beforehand who is about to do something, and where. */
export function followed(client: WorkspaceClient, look: (at: Look) => void): WorkspaceClient {
  return {
    ...client,
    as: (who) => {
      const person = client.as(who);
      const at = (channel?: string, ts?: string): void => look({ who, channel: channel ?? '', ts: ts ?? '' });
      return {
        ...person,
        shortcut: async (...rest) => {
          at();
          return await person.shortcut(...rest);
        },
        messageShortcut: async (id, on, ...rest) => {
          at(on.channel, on.ts);
          return await person.messageShortcut(id, on, ...rest);
        },
        command: async (command, text, where) => {
          at(where.channel);
          return await person.command(command, text, where);
        },
        click: async (on, ...rest) => {
          at(on.channel, on.ts);
          return await person.click(on, ...rest);
        },
        choose: async (on, ...rest) => {
          at(on.channel, on.ts);
          return await person.choose(on, ...rest);
        },
        say: async (channel, text, where) => {
          at(channel, where?.threadTs);
          return await person.say(channel, text, where);
        },
      };
    },
  };
}
