/** Call in the `default` of a switch: the build breaks when a new case is left unhandled. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case of type ${typeof value}`);
}
