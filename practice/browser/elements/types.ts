import type { Json } from '../../json.ts';

/** How a field is tied to its label, its hint and its error. */
export type FieldProps = {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly isWrong: boolean;
};

export type ElementProps = {
  readonly block: Json;
  readonly element: Json;
  /** Given within an input block; elsewhere the app is told at once. */
  readonly field?: FieldProps | undefined;
};
