import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts';

/** A database of this process's own. It keeps its address however often it is turned off and on. */
export type OwnDatabase = {
  readonly url: string;
  readonly isOn: () => boolean;
  readonly turn: (on: boolean) => Promise<void>;
  readonly empty: () => Promise<void>;
};

export async function openOwnDatabase(folder: string): Promise<OwnDatabase> {
  const first = await startEmbeddedPostgres({ folder, database: 'concierge' });
  const { url, port } = first;
  let running: EmbeddedPostgres | undefined = first;
  const turn = async (on: boolean): Promise<void> => {
    const server = running;
    if (on === (server !== undefined)) return;
    running = undefined;
    if (server) await server.stop();
    else running = await startEmbeddedPostgres({ folder, database: 'concierge', port });
  };
  return {
    url,
    isOn: () => running !== undefined,
    turn,
    empty: async () => {
      await turn(true);
      await running?.empty();
    },
  };
}
