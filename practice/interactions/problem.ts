/** Something that a person can't do here, said so that whoever drives the workspace understands it. */
export class PracticeProblem extends Error {}

export function problem(message: string): never {
  throw new PracticeProblem(message);
}
