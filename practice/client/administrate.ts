type Ask = <Answer>(name: string, input?: object) => Promise<Answer>;

type NewChannel = { readonly isPrivate?: boolean; readonly members?: readonly string[] };

/** What an administrator may do, and what Slack itself does now and then. */
export function administrate(ask: Ask) {
  const does =
    (name: string, said: object) =>
    async (channel: string): Promise<void> =>
      await ask(name, { channel, ...said });
  return {
    createChannel: async (
      name: string,
      { isPrivate = false, members = [] }: NewChannel = {},
    ): Promise<string> => await ask('create-channel', { name, isPrivate, members }),
    archive: does('archive', { isArchived: true }),
    unarchive: does('archive', { isArchived: false }),
    rename: async (channel: string, name: string): Promise<void> => await ask('rename', { channel, name }),
    shareExternally: does('share', { isShared: true }),
    unshare: does('share', { isShared: false }),
    makePrivate: does('privacy', { isPrivate: true }),
    makePublic: does('privacy', { isPrivate: false }),
    addBot: does('bot', { isMember: true }),
    removeBot: does('bot', { isMember: false }),
    changeChannelId: async (channel: string, id: string): Promise<void> =>
      await ask('change-channel-id', { channel, id }),
    deactivate: async (person: string): Promise<void> => await ask('deactivate', { person, deleted: true }),
    reactivate: async (person: string): Promise<void> => await ask('deactivate', { person, deleted: false }),
    /** What stands beside their name: `:palm_tree:`, "Vacationing". */
    setStatus: async (person: string, emoji: string, text = ''): Promise<void> =>
      await ask('set-status', { person, emoji, text }),
    /** Who is in a user group from now on. */
    setGroup: async (group: string, people: readonly string[]): Promise<void> =>
      await ask('group', { group, people }),
    disableGroup: async (group: string): Promise<void> =>
      await ask('disable-group', { group, isDisabled: true }),
    enableGroup: async (group: string): Promise<void> =>
      await ask('disable-group', { group, isDisabled: false }),
    /** Tells the app `app_rate_limited`. */
    emitRateLimited: async (): Promise<void> => await ask('rate-limited'),
    emitEvent: async (event: { type: string; [key: string]: unknown }, channel?: string): Promise<void> =>
      await ask('event', { event, channel }),
    /** Answers with the execution's id. */
    runStep: async (callbackId: string, inputs: Record<string, unknown> = {}): Promise<string> =>
      await ask('run-step', { callbackId, inputs }),
    /** Closes the app's web sockets as Slack does every few hours. */
    recycleSockets: async (reason = 'refresh_requested'): Promise<void> =>
      await ask('recycle-sockets', { reason }),
  };
}
