import { randomBytes } from 'node:crypto';
import { type Json, objectIn, objectsIn, textIn, textOf } from '../json.ts';

/** Something in a block that a person can fill, choose from or click. */
export type Field = {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Json;
  readonly type: string;
  /** What the person sees beside it: the input's label, the button's words, the section's text. */
  readonly label: string;
  readonly isInput: boolean;
  readonly isOptional: boolean;
  /** The app is told at once when it changes. */
  readonly dispatches: boolean;
};

/** Slack names the blocks and elements that the app left without a name. */
export function nameBlocks(blocks: readonly Json[]): Json[] {
  return blocks.map((block) => {
    const named: Json = { ...block, block_id: textIn(block.block_id) ?? randomName() };
    if (block.element) named.element = nameElement(objectIn(block.element));
    if (block.accessory) named.accessory = nameElement(objectIn(block.accessory));
    if (block.type === 'actions' || block.type === 'context_actions') {
      named.elements = objectsIn(block.elements).map(nameElement);
    }
    return named;
  });
}

function nameElement(element: Json): Json {
  return element.type === 'image'
    ? element
    : { ...element, action_id: textIn(element.action_id) ?? randomName() };
}

function randomName(): string {
  return randomBytes(4).toString('base64url');
}

export function fieldsOf(blocks: readonly Json[]): Field[] {
  return blocks.flatMap((block) => {
    if (block.type === 'input') return [inputField(block)];
    const elements = [...objectsIn(block.elements), ...objectsIn([block.accessory])];
    return elements
      .filter((element) => textIn(element.action_id))
      .map((element) => actionField(block, element));
  });
}

function inputField(block: Json): Field {
  const element = objectIn(block.element);
  return {
    ...placeOf(block, element),
    label: textOf(block.label),
    isInput: true,
    isOptional: block.optional === true,
    dispatches: block.dispatch_action === true,
  };
}

function actionField(block: Json, element: Json): Field {
  const label = textOf(element.text) || textOf(element.placeholder) || textOf(block.text);
  return { ...placeOf(block, element), label, isInput: false, isOptional: true, dispatches: true };
}

function placeOf(block: Json, element: Json) {
  return {
    blockId: textIn(block.block_id) ?? '',
    actionId: textIn(element.action_id) ?? '',
    element,
    type: textIn(element.type) ?? '',
  };
}

/** By what a person reads, or by the ids. Undefined when there is none; the first when there are several. */
export function findField(fields: readonly Field[], key: string): Field | undefined {
  return (
    fields.find(({ label }) => label === key) ??
    fields.find(({ actionId, blockId }) => actionId === key || blockId === key) ??
    fields.find(({ label }) => plainWords(label) === plainWords(key))
  );
}

/** The words without emoji codes, signs and case: "🙋 Claim" is found by "Claim". */
function plainWords(label: string): string {
  return label
    .replaceAll(/:[a-z0-9_+-]+:/g, '')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .toLowerCase();
}
