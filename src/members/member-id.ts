/** The same ID typed in small letters, or with spaces or dashes in it, is the same member. */
export function normalMemberId(typed: string): string {
  return typed.replaceAll(/[\s\p{Dash}]/gu, '').toUpperCase();
}

/** For people who may know that there is an ID, but not which: `R•••111`. Short ones show nothing. */
export function masked(memberId: string): string {
  const characters = Array.from(memberId);
  return characters.length < 6 ? '•••' : `${characters[0]}•••${characters.slice(-3).join('')}`;
}
