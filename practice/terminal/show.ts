import type { WorkspaceClient } from '../client.ts';
import type { Clicked } from '../control/clicks.ts';
import type { SeenView } from '../interactions/seen-view.ts';
import type { Sight } from '../interactions/sight.ts';
import type { Submitted } from '../interactions/submission.ts';
import { type Names, readable, renderBlocks } from '../render.ts';
import type { Message, Notice } from '../state/records.ts';
import { unreachable } from '../unreachable.ts';

export type Book = Names & { readonly file: (id: string) => string };

/** Names for ids, looked up once for a whole page. */
export async function openBook(client: WorkspaceClient): Promise<Book> {
  const [people, channels, groups, files] = await Promise.all([
    client.people(),
    client.channels(),
    client.groups(),
    client.files(),
  ]);
  const names = new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...channels.map(({ id, name }) => [id, name] as const),
    ...groups.map(({ id, handle }) => [id, handle] as const),
    ...files.map(({ id, title }) => [id, title] as const),
  ]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  return { person: nameOf, channel: nameOf, file: nameOf };
}

export function showMessages(messages: readonly Message[], book: Book, nothing: string): readonly string[] {
  return messages.length > 0 ? messages.flatMap((message) => showMessage(message, book)) : [nothing];
}

function showMessage(message: Message, book: Book): string[] {
  const { ts, user, threadTs, edited, reactions } = message;
  const isReply = threadTs !== undefined && threadTs !== ts;
  const marks = reactions.map(({ name, users }) => `:${name}: ${users.map(book.person).join(', ')}`);
  const head = `${clock(ts)}  ${book.person(user)}  (${ts})${edited ? ' (edited)' : ''}`;
  const lines = [
    head,
    ...bodyOf(message, book).map((line) => `  ${line}`),
    ...(message.files ?? []).map((id) => `  [file: ${book.file(id)}]`),
    ...marks.map((mark) => `  ${mark}`),
    '',
  ];
  return isReply ? lines.map((line) => `    ${line}`) : lines;
}

export function showNotices(notices: readonly Notice[], book: Book): readonly string[] {
  if (notices.length === 0) return ['Nothing that only they can see.'];
  return notices.flatMap((notice) => [
    `${clock(notice.ts)}  #${book.channel(notice.channel)}, only visible to them`,
    ...bodyOf(notice, book).map((line) => `  ${line}`),
  ]);
}

function bodyOf({ blocks, text }: Message | Notice, book: Book): string[] {
  return blocks && blocks.length > 0 ? renderBlocks(blocks, book) : readable(text, book).split('\n');
}

function clock(ts: string): string {
  return new Date(Number(ts) * 1000).toTimeString().slice(0, 8);
}

/** With `name`, whose view it is, it also says how they go on: there is nothing to click on in a terminal. */
export function showView(view: SeenView | undefined, book: Book, name?: string): readonly string[] {
  if (!view) return ['No form is open.'];
  const filled = view.fields
    .filter(({ shows }) => shows !== '')
    .map(({ label, shows }) => `  ${label}: ${shows}`);
  return [
    `── ${view.title} ──`,
    ...renderBlocks(view.blocks, book),
    ...(filled.length > 0 ? ['Filled in:', ...filled] : []),
    ...Object.entries(view.errors).map(([label, error]) => `! ${label}: ${error}`),
    ...(view.submit ? [`[ ${view.submit} ]`] : []),
    ...(name !== undefined && view.submit ? howToGoOn(view, name) : []),
  ];
}

function howToGoOn({ submit, fields }: SeenView, name: string): string[] {
  const choice = fields.find(({ type, options }) => type === 'checkboxes' && options.length > 0);
  return [
    '',
    `  as ${name} submit                 presses "${submit}"`,
    `  as ${name} fill "LABEL" "VALUE"   changes a field first`,
    ...(choice ? [`  as ${name} fill "${choice.label}" "${choice.options[0]}"`] : []),
    `  as ${name} close                  leaves without it`,
  ];
}

export function showSight({ view, notice, trouble }: Sight, book: Book, name: string): readonly string[] {
  if (trouble) return [trouble];
  if (notice) return showNotices([notice], book);
  return view ? showView(view, book, name) : ['Done.'];
}

export function showSubmitted(submitted: Submitted, book: Book, name: string): readonly string[] {
  switch (submitted.kind) {
    case 'closed':
      return ['Sent; the form is closed.'];
    case 'errors':
      return [
        'The form stays open:',
        ...Object.entries(submitted.errors).map(([label, error]) => `! ${label}: ${error}`),
      ];
    case 'updated':
    case 'pushed':
      return showView(submitted.view, book, name);
    case 'trouble':
      return [submitted.text];
    default:
      return unreachable(submitted);
  }
}

export function showClicked(clicked: Clicked): readonly string[] {
  return clicked.kind === 'trouble' ? [clicked.text] : ['Done.'];
}
