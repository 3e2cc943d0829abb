export type Named = { readonly id: string; readonly name: string };

type Known = {
  readonly people: readonly Named[];
  readonly rooms: readonly Named[];
  readonly groups: readonly Named[];
};

/** Names as people type them, `@rosa` and `#care-keystone`, become mentions by id, as Slack's editor makes them. */
export function withMentions(typed: string, { people, rooms, groups }: Known): string {
  return typed
    .replaceAll(/(?<![\w<])@([a-z0-9][a-z0-9._-]*[a-z0-9]|[a-z0-9])/gi, (whole, name: string) => {
      const person = named(people, name);
      if (person) return `<@${person}>`;
      const group = named(groups, name);
      return group ? `<!subteam^${group}>` : whole;
    })
    .replaceAll(/(?<![\w<])#([a-z0-9][a-z0-9_-]*)/gi, (whole, name: string) => {
      const room = named(rooms, name);
      return room ? `<#${room}>` : whole;
    });
}

function named(among: readonly Named[], name: string): string | undefined {
  return among.find((each) => each.name === name.toLowerCase())?.id;
}

/** What is being typed just before the cursor: the beginning of a name, if any. */
export function nameBefore(
  text: string,
  cursor: number,
): { readonly sign: '@' | '#'; readonly typed: string } | undefined {
  const found = /(?:^|\s)([@#])([a-z0-9._-]*)$/i.exec(text.slice(0, cursor));
  if (!found) return undefined;
  return { sign: found[1] === '@' ? '@' : '#', typed: (found[2] ?? '').toLowerCase() };
}
