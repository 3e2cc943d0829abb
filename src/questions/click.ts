import { z } from 'zod';
import { QuestionId } from '../shared/ids.ts';
import type { SeenMove } from './moves.ts';

/** What a button of ours carries: which question, and which of its cards was looked at. Ids only. */
export type Click = { readonly questionId: QuestionId; readonly seen: SeenMove };

/** `<question>:<move>` on a card; `<question>` alone where there is no card. */
export function clickValue({ questionId, seen }: Click): string {
  return seen === null ? questionId : `${questionId}:${seen}`;
}

/** Not thrown at: a value that isn't ours fails the parse like any other. */
export const ClickValue = z
  .string()
  .regex(/^[^:]*(:\d{1,9})?$/)
  .transform((value) => value.split(':'))
  .transform(([questionId, seen]) => ({ questionId, seen: seen === undefined ? null : Number(seen) }))
  .pipe(z.object({ questionId: QuestionId, seen: z.int().nullable() }));

export const MENU_CHOICES = ['retarget', 'hand-over', 'release', 'duplicate', 'part', 'reopen'] as const;
export type MenuChoice = (typeof MENU_CHOICES)[number];

/** An entry of the card's menu: what to do, then to what. */
export function menuValue(choice: MenuChoice, click: Click): string {
  return `${choice}/${clickValue(click)}`;
}

const Parts = z.tuple([z.literal(MENU_CHOICES), ClickValue]);

export const MenuValue = z
  .string()
  .transform((value) => value.split('/'))
  .pipe(Parts)
  .transform(([choice, click]) => ({ choice, click }));
