import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Log } from '../platform/log.ts';
import type { Vault } from '../platform/vault.ts';
import { tickedIn } from '../redaction/index.ts';
import { type Entries, entriesOf } from '../slack/entries.ts';
import { personOf } from '../slack/person.ts';
import { type AnnounceDeps, announce, liveDirectory, type Person } from './announce.ts';
import { considerChange, editAnnouncement } from './change.ts';
import type { Typed } from './content.ts';
import type { FormFacts } from './form.ts';
import { draftIn, draftOf, type FieldErrors, hasAddress, parseDraft } from './form-entries.ts';
import { ANNOUNCE, type Draft, EMPTY } from './form-inputs.ts';
import { type FormNotes, notesOf } from './form-notes.ts';
import { previewForm } from './form-review.ts';
import { FormId } from './ids.ts';
import type { Refusal } from './may-act.ts';
import { previewOf } from './preview.ts';
import { refusalWords } from './refusal-views.ts';

export type AnnounceListenerDeps = AnnounceDeps & {
  readonly log: Log;
  readonly vault: Pick<Vault, 'fingerprint'>;
};

export const InView = z.object({
  view: z.object({
    id: FormId,
    hash: z.string().optional(),
    private_metadata: z.string(),
    state: z.unknown(),
    blocks: z.array(z.looseObject({ block_id: z.string().optional() })),
  }),
});

export async function formFacts(deps: AnnounceListenerDeps): Promise<FormFacts> {
  const { directory } = await liveDirectory(deps);
  return { directory, needsApproval: deps.settings.announcementApproval };
}

export function filledIn(state: unknown): Draft {
  return draftIn(entriesOf(state), EMPTY);
}

type NotYet =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/** Undefined once it is stored. Before that, its author has seen exactly what others will see. */
export async function submit(deps: AnnounceListenerDeps, body: unknown): Promise<NotYet | undefined> {
  const { view } = InView.parse(body);
  const by = personOf(body, deps.workspace.id);
  const shown = new Set(view.blocks.flatMap(({ block_id }) => block_id ?? []));
  const errors = (found: FieldErrors): NotYet => ({
    response_action: 'errors',
    errors: showable(found, shown),
  });
  if (!shown.has(ANNOUNCE.links)) return errors({ [ANNOUNCE.text]: STILL_LOADING });

  const notes = notesOf(view.private_metadata);
  const draft = await knownDraft(deps, by, notes, view.state);
  if ('reason' in draft) return errors({ [ANNOUNCE.title]: refusalWords(draft) });
  const facts = await formFacts(deps);
  const isOut = notes.editing?.isOut === true;
  const parsed = parseDraft(draft, { directory: facts.directory, now: deps.now(), isOut });
  if (parsed.kind === 'incomplete') return errors(parsed.errors);

  const preview = previewOf(deps, view.id, parsed.typed, facts.directory);
  if (preview.withheld) return errors({ [ANNOUNCE.text]: UNCHECKABLE });
  if (!preview.links.every(hasAddress)) return errors({ [ANNOUNCE.links]: NO_PHI_IN_LINKS });
  if (notes.seen !== preview.reviewed.seal) {
    return { response_action: 'update', view: previewForm(facts, { draft, notes }, preview) };
  }
  const entries = entriesOf(view.state);
  const noPhi = tickedIn(entries, preview.reviewed);
  const refusal = await store(deps, {
    by,
    formId: view.id,
    typed: parsed.typed,
    noPhi,
    notes,
    draft,
    entries,
  });
  return refusal && errors({ [ANNOUNCE.title]: refusalWords(refusal) });
}

const STILL_LOADING = 'The rest of the form is still loading. Please send it again in a moment.';
const NO_PHI_IN_LINKS = 'One of these addresses holds something that looks like PHI. Leave that out of it.';
const UNCHECKABLE = 'This could not be checked for PHI, so it is not posted. Please shorten it.';

/** What the form of one that is out doesn't ask for stays as it is. */
async function knownDraft(
  deps: AnnounceListenerDeps,
  by: Person,
  { editing }: FormNotes,
  state: unknown,
): Promise<Draft | Refusal> {
  if (!editing?.isOut) return filledIn(state);
  const outcome = await considerChange(deps, { id: editing.id, by });
  if (outcome.kind === 'refused') return outcome.refusal;
  const before = draftOf(outcome.announcement);
  const { audience, teams, states, topics, placement, importance, scheduledFor, aboutTopics, aboutStates } =
    before;
  const kept = {
    audience,
    teams,
    states,
    topics,
    placement,
    importance,
    scheduledFor,
    aboutTopics,
    aboutStates,
  };
  return { ...draftIn(entriesOf(state), before), ...kept };
}

type Store = {
  readonly by: Person;
  readonly formId: FormId;
  readonly typed: Typed;
  readonly noPhi: ReturnType<typeof tickedIn>;
  readonly notes: FormNotes;
  readonly draft: Draft;
  readonly entries: Entries;
};

async function store(deps: AnnounceListenerDeps, input: Store): Promise<Refusal | undefined> {
  const { by, formId, typed, noPhi, notes, draft, entries } = input;
  if (notes.editing === null) {
    const asDraft = draft.intent === 'draft';
    const outcome = await announce(deps, { by, formId, typed, noPhi, asDraft });
    return outcome.kind === 'refused' ? outcome.refusal : undefined;
  }
  const { id, version, isDraft } = notes.editing;
  const asksAgain = entries.choices(ANNOUNCE.again).includes('again');
  const handsIn = isDraft && draft.intent === 'post';
  const outcome = await editAnnouncement(deps, { id, by, typed, noPhi, asksAgain, handsIn, version });
  return outcome.kind === 'refused' ? outcome.refusal : undefined;
}

/** Slack shows errors under inputs of the form only: the others' words stand under the title. */
function showable(errors: FieldErrors, shown: ReadonlySet<string>): Record<string, string> {
  const placed = Object.entries(errors).filter(([name]) => shown.has(name));
  const homeless = Object.entries(errors).filter(([name]) => !shown.has(name));
  if (homeless.length === 0) return Object.fromEntries(placed);
  const words = [errors[ANNOUNCE.title] ?? '', ...homeless.map(([, each]) => each)].join(' ').trim();
  return { ...Object.fromEntries(placed), [ANNOUNCE.title]: words };
}
