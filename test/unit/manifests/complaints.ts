import type { Manifest } from './manifest-file.ts';
import { ENTRY, EVENTS, METHODS, type Permission } from './permissions.ts';
import type { Uses } from './uses.ts';

/** Where the manifest and the code disagree, each in a sentence that says what to do. */
export function complaints(manifest: Manifest, uses: Uses): readonly string[] {
  const events = new Set(manifest.settings.event_subscriptions.bot_events);
  const heard = new Set([...events].map(listenerOf));
  const shortcuts = new Set(manifest.features.shortcuts.map(({ callback_id }) => callback_id));
  const commands = new Set(manifest.features.slash_commands.map(({ command }) => command));
  const steps = new Set(Object.keys(manifest.functions));
  return [
    ...uses.unclear.map((listener) => `Can't tell what this listens to: ${listener}`),
    ...missingFrom(uses.events, heard).map((name) => `Event ${name} has no listener in src.`),
    ...missingFrom(heard, uses.events).map((name) => `Event ${name} has a listener but no subscription.`),
    ...missingFrom(uses.shortcuts, shortcuts).map((name) => `Shortcut ${name} has no listener in src.`),
    ...missingFrom(shortcuts, uses.shortcuts).map((name) => `Shortcut ${name} is not in the manifest.`),
    ...missingFrom(uses.commands, commands).map((name) => `Command ${name} has no listener in src.`),
    ...missingFrom(commands, uses.commands).map((name) => `Command ${name} is not in the manifest.`),
    ...missingFrom(uses.steps, steps).map((name) => `Step ${name} has no listener in src.`),
    ...missingFrom(steps, uses.steps).map((name) => `Step ${name} is not in the manifest.`),
    ...unknown(events, EVENTS).map((name) => `Event ${name} is not in the table of events.`),
    ...unknown(uses.methods, METHODS).map((name) => `Method ${name} is not in the table of methods.`),
    ...scopeComplaints(manifest, uses),
  ];
}

/** Slack names messages by kind of conversation when one subscribes, and just `message` when they arrive. */
function listenerOf(event: string): string {
  return event.startsWith('message.') ? 'message' : event;
}

function scopeComplaints(manifest: Manifest, uses: Uses): readonly string[] {
  const granted = manifest.oauth_config.scopes.bot;
  const reasons = permissionsOf(manifest, uses);
  const useful = new Set(reasons.flatMap(({ needs, mayUse = [] }) => [...needs, ...mayUse]));
  return [
    ...granted
      .filter((scope) => !useful.has(scope))
      .map((scope) => `Scope ${scope} is not used by any event or call.`),
    ...reasons.flatMap(({ what, needs }) =>
      needs
        .filter((scope) => !granted.includes(scope))
        .map((scope) => `Scope ${scope} is missing: ${what} needs it.`),
    ),
  ];
}

type Reason = Permission & { readonly what: string };

function permissionsOf(manifest: Manifest, uses: Uses): readonly Reason[] {
  const subscribed = manifest.settings.event_subscriptions.bot_events;
  const heard = subscribed.filter((event) => uses.events.has(listenerOf(event)));
  return [
    ...reasons(heard, EVENTS, 'event'),
    ...reasons(uses.methods, METHODS, 'method'),
    ...[...uses.commands, ...uses.shortcuts].map((name) => ({ what: `entry ${name}`, ...ENTRY })),
  ];
}

function reasons(
  names: Iterable<string>,
  table: Readonly<Record<string, Permission>>,
  kind: string,
): readonly Reason[] {
  return [...names].map((name) => ({ what: `${kind} ${name}`, ...(table[name] ?? { needs: [] }) }));
}

function missingFrom(having: ReadonlySet<string>, wanted: ReadonlySet<string>): readonly string[] {
  return [...wanted].filter((name) => !having.has(name));
}

function unknown(names: ReadonlySet<string>, table: object): readonly string[] {
  return [...names].filter((name) => !Object.hasOwn(table, name));
}
